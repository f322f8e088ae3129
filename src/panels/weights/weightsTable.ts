import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable } from '../Panel.ts';
import { weightsArms } from './weightsArms.ts';
import { exponentWords, rankWords, varianceWords } from './weightsWords.ts';

/** Every weight matrix of every arm: shape, moments, rank, extreme singular values and tail. */
export function weightsTable(results: Results): PanelTable {
  return {
    caption: 'Effective weight matrices at the start; exponents of light tails are in brackets',
    columns: [
      'layer',
      'is',
      'fan-in × fan-out',
      'mean',
      'variance × fan-in',
      'rank',
      'largest singular value',
      'smallest',
      'tail exponent',
    ],
    rows: weightsArms(results).flatMap(({ letter, matrices }) =>
      matrices.map((matrix, k) => {
        const { label, fanIn, fanOut, mean, singular, heavy } = matrix;
        return [
          `${letter}${k + 1}`,
          label,
          `${fanIn} × ${fanOut}`,
          formatNumber(mean, 2),
          varianceWords(matrix),
          rankWords(matrix),
          formatNumber(singular?.[0] ?? NaN),
          formatNumber(singular?.at(-1) ?? NaN),
          heavy ? exponentWords(matrix) : `(${exponentWords(matrix)})`,
        ];
      }),
    ),
  };
}
