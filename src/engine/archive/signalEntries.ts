import type { LayerSeries, SignalsResult } from '../../spec/Result.ts';
import type { Entry } from './entriesOf.ts';

const series = [
  ['meanSquare', 'mean_square'],
  ['gradient', 'gradient'],
  ['moment', 'moment'],
  ['correlation', 'correlation'],
  ['active', 'active'],
] as const;

/**
 * What an arm's start does to signals, by layers: `A/signals/mean_square` holds mean, 10 %, 90 % and standard error as four
 * rows, and `…_theory` what is predicted.
 */
export const signalEntries = (result: SignalsResult): readonly Entry[] => {
  const entry = (name: string, values: Float64Array, shape = [values.length]): Entry => [
    `${result.arm}/signals/${name}`,
    { shape, values },
  ];
  return [
    ...series.flatMap(([kind, name]): readonly Entry[] => {
      const { mean, theory } = result[kind];
      return [
        entry(name, rowsOf(result[kind]), [4, mean.length]),
        ...(theory ? [entry(`${name}_theory`, theory)] : []),
      ];
    }),
    entry('log_norm_edges', result.logNorm.edges),
    entry('log_norm_counts', result.logNorm.counts),
    entry('identical', result.identical),
    entry('dead', result.dead),
  ];
};

const rowsOf = ({ mean, low, high, error }: LayerSeries): Float64Array =>
  Float64Array.from([...mean, ...low, ...high, ...error]);
