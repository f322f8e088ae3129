/** A hidden tab gets no frames, yet its run must go on. */
const longestWait = 100;

/** Calls back once, before the next frame is painted or after a tenth of a second, whichever is first. */
export function onFrame(callback: () => void): void {
  let waiting = true;
  const once = (): void => {
    if (!waiting) return;
    waiting = false;
    clearTimeout(timer);
    callback();
  };
  const timer = setTimeout(once, longestWait);
  if ('requestAnimationFrame' in globalThis) requestAnimationFrame(once);
}
