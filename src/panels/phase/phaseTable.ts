import { fixedPoint, phaseOf, type MeanField } from '../../nn/meanField.ts';
import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable } from '../Panel.ts';
import { phaseArms, type PhasePlace } from './phaseArms.ts';
import { fieldNumbers } from './phaseWords.ts';
import { published } from './published.ts';

/** Every arm, the papers' settings, and some points of the critical line. */
export function phaseTable({ experiment }: Results): PanelTable {
  const arms = phaseArms(experiment);
  const plane = arms[0]?.plane;
  const papers = published[plane?.id ?? ''] ?? [];
  const line = plane?.critical.curves.flat() ?? [];
  const every = Math.max(1, Math.ceil(line.length / 12));
  return {
    caption: `Settings in the phase plane of ${plane?.name ?? ''}`,
    columns: ['', 'σ_w²', 'σ_b²', 'q*', 'χ₁', 'ξ in layers', 'phase'],
    rows: [
      ...arms.map(({ name, plane: own, foreign, place, field, absent }) => {
        const who = name === '' ? 'the network' : name;
        return absent === undefined
          ? row(foreign ? `${who} (${own.name})` : who, place, field)
          : [who, '–', '–', '–', '–', '–', `not in the plane: ${absent}`];
      }),
      ...papers.map(({ source, ...place }) =>
        row(source, place, fixedPoint(plane!.mean, place.sw2, place.sb2)),
      ),
      ...line
        .filter((_, k) => k % every === 0)
        .map(({ variance, weightVariance, biasVariance }) =>
          row('critical line', { sw2: weightVariance, sb2: biasVariance }, { variance, slope: 1 }),
        ),
    ],
  };
}

function row(name: string, { sw2, sb2 }: PhasePlace, field: MeanField): readonly string[] {
  const [chi, xi, q] = fieldNumbers(field);
  return [name, formatNumber(sw2, 4), formatNumber(sb2), q, chi, xi, phaseOf(field)];
}
