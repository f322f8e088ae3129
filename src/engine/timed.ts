/** What was computed, and the milliseconds that it took on the thread that did it: without waiting for one another. */
export interface Timed<T> {
  readonly value: T;
  readonly ms: number;
}

/** Runs and times a computation. */
export function timed<T>(compute: () => T): Timed<T> {
  const began = performance.now();
  const value = compute();
  return { value, ms: performance.now() - began };
}
