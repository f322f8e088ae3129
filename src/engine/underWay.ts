/** Something begun on another thread while this one goes on: if it fails, that counts where it is awaited, if it still is. */
export function underWay<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
