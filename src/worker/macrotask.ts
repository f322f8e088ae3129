/**
 * Makes a function that lets one macrotask pass, so that waiting messages are heard: by a message to itself, which takes no
 * time, where timers that call each other wait for 4 ms.
 */
export function macrotask(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
