import { haarOrthogonal } from '../../math/haarOrthogonal.ts';
import { scaled, type Matrix } from '../../math/matrix.ts';
import type { Stream } from '../../math/rng.ts';
import type { NetworkFacts, WeightShape } from '../../nn/Initializer.ts';

/** Which number of a half a unit stands for, and with which sign; undefined for one that has no partner. */
type Half = { readonly of: number; readonly sign: 1 | -1 } | undefined;

/** Units of which the second half of each group mirrors the first. */
function mirroredUnits(count: number, channels: number): readonly Half[] {
  const half = Math.floor(channels / 2);
  return Array.from({ length: count }, (_, unit): Half => {
    const group = Math.floor(unit / channels) * half;
    const place = unit % channels;
    if (place < half) return { of: group + place, sign: 1 };
    return place < 2 * half ? { of: group + place - half, sign: -1 } : undefined;
  });
}

const plainUnits = (count: number): readonly Half[] =>
  Array.from({ length: count }, (_, of) => ({ of, sign: 1 }));

const halved = (units: readonly Half[]): number =>
  Math.max(0, ...units.map((unit) => (unit ? unit.of + 1 : 0)));

/** The weights that a matrix between halves, made for its size, becomes between whole layers. */
function expanded(
  rows: readonly Half[],
  columns: readonly Half[],
  make: (rows: number, columns: number) => Matrix,
): Float64Array {
  const result = new Float64Array(rows.length * columns.length);
  const sizes = [halved(rows), halved(columns)] as const;
  if (sizes.includes(0)) return result;
  const half = make(...sizes);
  rows.forEach((row, i) =>
    columns.forEach((column, j) => {
      if (row && column)
        result[i * columns.length + j] =
          row.sign * column.sign * half.data[row.of * half.cols + column.of]!;
    }),
  );
  return result;
}

/** [Q, −Q]/√2 with Q a corner of a Haar orthogonal matrix: lengths are kept where there are inputs for half of the units at most. */
export const mirroringMap = ({ fanIn, fanOut }: WeightShape, stream: Stream): Float64Array =>
  expanded(plainUnits(fanIn), mirroredUnits(fanOut, fanOut), (rows, columns) =>
    scaled(haarOrthogonal(rows, columns, stream), Math.SQRT1_2),
  );

/** LL(M) = [[M, −M], [−M, M]] of a matrix M that is made for half the sizes (Balduzzi et al., 2017). */
export const mirroredMap = (
  { fanIn, fanOut }: WeightShape,
  make: (rows: number, columns: number) => Matrix,
): Float64Array => expanded(mirroredUnits(fanIn, fanIn), mirroredUnits(fanOut, fanOut), make);

/**
 * [w; −w] with orthonormal columns of Haar's law: times √2 behind an activation, where half of the units are silent, and over √2
 * on the stream itself, so that it reads (h₊ − h₋)/√2, whose length is that of the stream.
 */
export function mirroredReadout(
  { fanIn, fanOut, channels = fanIn, ofStream }: WeightShape,
  stream: Stream,
): Float64Array {
  const factor = ofStream ? Math.SQRT1_2 : Math.SQRT2;
  return expanded(mirroredUnits(fanIn, channels), plainUnits(fanOut), (rows, columns) =>
    scaled(haarOrthogonal(rows, columns, stream), factor),
  );
}

/** Why units cannot be mirrored in this network; undefined if they can. */
export function refusesMirroring(
  scheme: string,
  { architecture, nonlinearity, width }: NetworkFacts,
): string | undefined {
  const { id, label } = nonlinearity.activation;
  if (architecture === 'linear2')
    return `${scheme} is made for layers with ReLU, and the architecture linear2 has no activation: choose another architecture or initializer.`;
  if (id !== 'relu')
    return `${scheme} is made for ReLU, since max(z, 0) − max(−z, 0) = z; the activation is ${label}: choose ReLU, or another initializer.`;
  if (width !== undefined && width % 2 !== 0)
    return `${scheme} has units in mirrored pairs, and the width ${width} is odd: choose an even width, such as ${width + 1}.`;
  return undefined;
}
