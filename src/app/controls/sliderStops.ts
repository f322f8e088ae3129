import type { NumberParam } from '../../nn/Settings.ts';

/**
 * The values that a slider of `param` stops at, ascending: round numbers about a hundred to the whole way, or on a
 * logarithmic scale four to eight to an octave; both ends of the slider's range are among them.
 */
export function sliderStops(param: NumberParam): readonly number[] {
  const [min, max] = param.slider ?? [param.min, param.max];
  const inner = param.scale === 'log' && min > 0 ? octaves(min, max) : multiples(min, max, param);
  const whole = param.integer === true ? inner.map(Math.round) : inner;
  return [...new Set([min, ...whole.filter((value) => value > min && value < max), max])];
}

/** Where on the slider a value lies: the nearest stop, the first or the last where it is beyond them. */
export function nearestStop(stops: readonly number[], value: number): number {
  return stops.reduce(
    (best, stop, place) =>
      Math.abs(stop - value) < Math.abs((stops[best] ?? stop) - value) ? place : best,
    0,
  );
}

function multiples(min: number, max: number, { integer }: NumberParam): readonly number[] {
  const step = Math.max(roundStep((max - min) / 100), integer === true ? 1 : 0);
  const first = Math.ceil(min / step);
  const count = Math.max(0, Math.floor(max / step) - first + 1);
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** The nearest of 1, 2, 5, 10 times a power of ten, as ratios go. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate, k, all) => {
    const above = all[k + 1];
    return above === undefined || rough / power <= Math.sqrt(candidate * above);
  });
  return (factor ?? 10) * power;
}

const quarters = [1, 1.25, 1.5, 1.75];

function octaves(min: number, max: number): readonly number[] {
  const first = Math.floor(Math.log2(min));
  const count = Math.ceil(Math.log2(max)) - first + 1;
  return Array.from({ length: count }, (_, k) => 2 ** (first + k)).flatMap((power) =>
    quarters.map((quarter) => power * quarter),
  );
}
