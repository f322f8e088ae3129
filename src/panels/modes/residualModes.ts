import { mean } from '../../math/summary.ts';
import { placeAt } from '../chart/Series.ts';
import { valuesOf, type ModesArm } from './modesArms.ts';

/** What is left along each eigenvector, by rank, as means over an arm's networks. */
export interface ResidualModes {
  /** The recorded step at or before the wanted one. */
  readonly step: number;
  readonly start: readonly number[];
  readonly now: readonly number[];
  /** As linear theory has it at that step; NaN where it has nothing. */
  readonly predicted: readonly number[];
}

/** The residual of an arm along all its modes at a step. */
export function residualModes({ networks, count }: ModesArm, wanted: number): ResidualModes {
  const [first] = networks;
  const x = first ? Array.from(first.steps) : [];
  const place = Math.max(0, placeAt({ x }, wanted));
  const at = (which: 'measured' | 'predicted', k: number): readonly number[] =>
    Array.from({ length: count }, (_, mode) =>
      mean(networks.map((one) => valuesOf(one, mode, which)[k] ?? NaN)),
    );
  return {
    step: x[place] ?? 0,
    start: at('measured', 0),
    now: at('measured', place),
    predicted: at('predicted', place),
  };
}
