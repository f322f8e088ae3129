import { readPoints, type DataPoint } from '../../nn/dataPoints.ts';
import type { Results } from '../../spec/Results.ts';
import { sharedValues } from '../../spec/values.ts';

/** Training samples over one input. */
export interface FunctionSamples {
  readonly samples: readonly DataPoint[];
  /** As the data set's own text has them, in its order; absent where they are drawn and cannot be moved. */
  readonly points?: readonly DataPoint[];
  /** From a point's x to its place on the axis, and back. */
  readonly place: (x: number) => number;
  readonly x: (place: number) => number;
}

const same = (x: number): number => x;

/** In half turns from −1 to 1. */
const toAngle = (x: number): number => 360 * (x / 2 - Math.floor(x / 2));
const fromAngle = (degrees: number): number => {
  const turn = degrees / 360 - Math.floor(degrees / 360);
  return turn > 0.5 ? 2 * turn - 2 : 2 * turn;
};

/** The samples of an experiment on a line or (in degrees) on the circle; those of a person's own are known before any result. */
export function functionSamples({ experiment, data }: Results): FunctionSamples {
  const shared = sharedValues(experiment);
  const reading = shared.data === 'points' ? readPoints(String(shared['data.samples'])) : undefined;
  if (reading?.ok) {
    const round = shared['data.embed'] === 'circle';
    const [place, x] = round ? [toAngle, fromAngle] : [same, same];
    const { points } = reading;
    return { points, samples: points.map((point) => ({ ...point, x: place(point.x) })), place, x };
  }
  if (!data) return { samples: [], place: same, x: same };
  const { n, inputs, outputs, position, x, y } = data;
  const round = data.order.includes('angle');
  const samples = Array.from({ length: n }, (_, i): DataPoint => {
    const at = position?.[i] ?? x[i * inputs]!;
    return { x: round ? (at * 180) / Math.PI : at, y: y[i * outputs]! };
  });
  return { samples, place: same, x: same };
}

/** As few places on a wave still show it. */
const fewestOnWave = 6;

/**
 * The curve to be learned, through the targets of test samples; empty where those are only lines from sample to sample, or too few
 * to show it.
 */
export function targetPoints({ experiment, data }: Results): readonly DataPoint[] {
  const shared = sharedValues(experiment);
  if (!data || shared.data === 'points') return [];
  const { nTest, xTest, yTest, inputs, outputs, order } = data;
  const waves = Number(shared['data.k'] ?? 1);
  if (nTest < fewestOnWave * Math.max(2, waves)) return [];
  const round = order.includes('angle');
  if (inputs > 2 || (inputs === 2 && !data.position)) return [];
  return Array.from({ length: nTest }, (_, i): DataPoint => {
    const [x = NaN, second = NaN] = xTest.subarray(i * inputs, (i + 1) * inputs);
    const angle = (Math.atan2(second, x) * 180) / Math.PI;
    return { x: round ? (angle + 360) % 360 : x, y: yTest[i * outputs] ?? NaN };
  }).sort((a, b) => a.x - b.x);
}
