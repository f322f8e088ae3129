import { hermiteSeries, type HermiteSeries } from './hermite.ts';
import { interpolate, octaveTable, type OctaveTable } from './octaveTable.ts';

/** More variances than this in an octave, at each of many positions, pay for its table. */
const few = 4;

/** Kept for as long as the function is: all layers, positions and blocks of samples ask for the same octaves. */
const known = new WeakMap<(x: number) => number, Map<string, OctaveTable | undefined>>();

/**
 * `hermiteSeries`, which takes a hundred microseconds for a variance, from tables of octaves of variances, which take a few:
 * the same to 1e-14 of the root mean square. Octaves with few variances are taken without.
 */
export function octaveSeries(
  f: (x: number) => number,
  variances: Float64Array,
  count: number,
): HermiteSeries {
  const tables = tablesFor(f, variances, count);
  const alone = [...variances.keys()].filter((i) => !tables[i]);
  const rest = hermiteSeries(
    f,
    Float64Array.from(alone, (i) => variances[i]!),
    count,
  );
  if (alone.length === variances.length) return rest;
  const { terms } = rest;
  const all = [...new Set(tables), rest];
  const [even, odd] = (['even', 'odd'] as const).map((kind) =>
    all.some((some) => some?.[kind]) ? new Float64Array(variances.length * terms) : undefined,
  );
  const meanSquares = new Float64Array(variances.length);
  alone.forEach((i, place) => {
    for (const [into, from] of [
      [even, rest.even],
      [odd, rest.odd],
    ] as const)
      if (into && from) into.set(from.subarray(place * terms, (place + 1) * terms), i * terms);
    meanSquares[i] = rest.meanSquares[place]!;
  });
  for (let i = 0; i < tables.length; i++)
    if (tables[i]) meanSquares[i] = interpolate(tables[i]!, variances[i]!, even, odd, i);
  return { terms, ...(even && { even }), ...(odd && { odd }), meanSquares };
}

/** The table for each variance; nothing where there is no use in one. */
function tablesFor(
  f: (x: number) => number,
  variances: Float64Array,
  count: number,
): readonly (OctaveTable | undefined)[] {
  const octaves = Array.from(variances, (q) => Math.floor(Math.log2(q)));
  const sizes = new Map<number, number>();
  for (const octave of octaves) sizes.set(octave, (sizes.get(octave) ?? 0) + 1);
  const tables = known.get(f) ?? new Map<string, OctaveTable | undefined>();
  known.set(f, tables);
  return octaves.map((octave) => {
    if (!Number.isFinite(octave) || sizes.get(octave)! <= few) return undefined;
    const name = `${octave} ${count}`;
    if (!tables.has(name)) tables.set(name, octaveTable(f, octave, count));
    return tables.get(name);
  });
}
