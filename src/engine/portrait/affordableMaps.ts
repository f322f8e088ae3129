import { mapsOf, type Instruction } from '../../nn/trace.ts';
import type { NamedMap } from './namedMaps.ts';

/** Multiplications that all products with Hessians may take together: some ten seconds where nothing speeds them up. */
const budget = 2e11;
const most = 24;

/** Gradients that one eigenvalue takes: two for each of about ten products. */
const gradientsEach = 20;

/** An entry on the way takes as long as so many multiplications: products are the quickest of all operations. */
const perEntry = 100;

/**
 * The maps whose curvature there is time for, evenly spaced from the first to the last; all of them where they are few. One
 * more is reckoned with for all together. None where there is no time even for the first and the last.
 */
export function affordableMaps(
  maps: readonly NamedMap[],
  steps: readonly Instruction[],
  samples: number,
): readonly NamedMap[] {
  const products = mapsOf(steps).reduce(
    (sum, { positions, fanIn, fanOut }) => sum + positions * fanIn * fanOut,
    0,
  );
  const entries = steps.reduce((sum, { positions, features }) => sum + positions * features, 0);
  // Forward, back to what came in, and to the weights.
  const each = 3 * samples * (products + perEntry * entries) * gradientsEach;
  const count = Math.min(most, maps.length, Math.floor(budget / each) - 1);
  if (count < Math.min(2, maps.length)) return [];
  if (count === 1) return maps;
  return Array.from(
    { length: count },
    (_, k) => maps[Math.round((k * (maps.length - 1)) / (count - 1))]!,
  );
}
