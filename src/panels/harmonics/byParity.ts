import type { Series } from '../chart/Series.ts';

/** Below this share of κ(0) what networks have on a circle is rounding: the mean of n² float32 entries. */
const networkFloor = 1e-8;

/** A series over k = 0, 1, … as one of even and one of odd k ≥ 1, each up to where rounding begins. */
export function byParity(series: Series): readonly Series[] {
  return [0, 1].map((parity) => {
    const places = series.x.flatMap((k, place) => (k > 0 && k % 2 === parity ? [place] : []));
    const end = places.findIndex((place) => !(series.mean[place]! > networkFloor));
    const kept = end < 0 ? places : places.slice(0, end);
    const pick = (values: readonly number[]): readonly number[] => kept.map((k) => values[k]!);
    return {
      x: pick(series.x),
      mean: pick(series.mean),
      low: pick(series.low),
      high: pick(series.high),
      count: series.count,
    };
  });
}
