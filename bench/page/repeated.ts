const enoughWarmUp = 300;
const enoughForTheClock = 20;

/**
 * Milliseconds that a run takes, measured `repeat` times after as many runs as fill 300 ms (two at least) have let
 * compilers and caches settle. A browser's clock ticks by a tenth of a millisecond: quick runs are timed by the dozen.
 */
export async function repeated(
  run: () => Promise<void> | void,
  repeat: number,
): Promise<readonly number[]> {
  const began = performance.now();
  await run();
  let last: number;
  do last = await timed(run, 1);
  while (performance.now() - began < enoughWarmUp);
  const together = Math.ceil(enoughForTheClock / Math.max(last, 0.1));
  const times: number[] = [];
  for (let k = 0; k < repeat; k++) times.push(await timed(run, together));
  return times;
}

async function timed(run: () => Promise<void> | void, together: number): Promise<number> {
  const began = performance.now();
  for (let k = 0; k < together; k++) await run();
  return (performance.now() - began) / together;
}
