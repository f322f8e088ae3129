const enoughWarmUp = 300;
const enoughForTheClock = 20;
const slow = 10_000;
const enough = 60_000;

/**
 * Milliseconds that a run takes, measured `repeat` times after as many runs as fill 300 ms (two at least) have let
 * compilers and caches settle. A browser's clock ticks by a tenth of a millisecond: quick runs are timed by the dozen. A run
 * of ten seconds or more settles by itself, and is repeated only until a minute has passed.
 */
export async function repeated(
  run: () => Promise<void> | void,
  repeat: number,
): Promise<readonly number[]> {
  const began = performance.now();
  let last = await timed(run, 1);
  if (last >= slow) return repeatedForAMinute(run, repeat, last);
  do last = await timed(run, 1);
  while (performance.now() - began < enoughWarmUp);
  const together = Math.ceil(enoughForTheClock / Math.max(last, 0.1));
  const times: number[] = [];
  for (let k = 0; k < repeat; k++) times.push(await timed(run, together));
  return times;
}

async function repeatedForAMinute(
  run: () => Promise<void> | void,
  repeat: number,
  first: number,
): Promise<readonly number[]> {
  const times = [first];
  const began = performance.now() - first;
  while (times.length < repeat && performance.now() - began < enough)
    times.push(await timed(run, 1));
  return times;
}

async function timed(run: () => Promise<void> | void, together: number): Promise<number> {
  const began = performance.now();
  for (let k = 0; k < together; k++) await run();
  return (performance.now() - began) / together;
}
