import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { fadesAt } from './fittedSlope.ts';
import { harmonicsArms, type HarmonicsArm } from './harmonicsArms.ts';
import { spheres } from './spheres.ts';

/** Slopes on every sphere, why an arm has none, and what the markers are. */
export function harmonicsCaption(results: Results): string {
  const onCircle = harmonicsArms(results, 2);
  return joined([
    ...spheres.map(({ value, label }) => {
      const words = harmonicsArms(results, Number(value)).map(slopeWords).filter(notEmpty);
      return words.length === 0 ? '' : `on ${label} ${words.join(', ')}`;
    }),
    ...onCircle.flatMap(({ letter, reason }) =>
      reason === undefined ? [] : [`${letter === '' ? '' : `${letter}has `}none: ${reason}`],
    ),
    'infinite width, κ(1) = 1, hollow: odd k, solid: even k',
    onCircle.some(({ network }) => network.x.length > 0)
      ? 'curves on S¹: the networks themselves, on the great circle of the profile'
      : '',
    networkWords(results),
    seedWords(results, 'mean'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function harmonicsLabel(arms: readonly HarmonicsArm[], sphere: string): string {
  const facts = arms.flatMap((arm) => {
    const who = arm.name === '' ? 'The network' : arm.name;
    if (arm.reason !== undefined) return [`${who}: none. ${arm.reason.replace(/\.$/, '')}`];
    if (!arm.eigenvalues) return [];
    const [zero = NaN, one = NaN, two = NaN] = arm.eigenvalues;
    const values = [zero, one, two].map((value) => formatNumber(value)).join(', ');
    return [`${who}: ${values} for k = 0, 1, 2; ${slopeWords({ ...arm, letter: '' })}`];
  });
  return `Eigenvalues on ${sphere} against the degree k, both axes logarithmic. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** "A k^−2.97 ± 0.01 (k = 20–80)", or where the eigenvalues vanish; empty if there are none. */
export function slopeWords({ letter, eigenvalues, fit }: HarmonicsArm): string {
  if (!eigenvalues) return '';
  if (!fit) {
    const end = fadesAt(eigenvalues);
    return end === undefined ? '' : `${letter}below 10⁻¹⁵ from k = ${end} on`;
  }
  const { slope, error, from, to } = fit;
  // As many digits of the slope as its error leaves.
  const places = Math.min(3, Math.max(1, Math.ceil(-Math.log10(error || 1e-3)) + 1));
  return `${letter}k^${signed(slope, places)} ± ${error.toFixed(places)} (k = ${from}–${to})`;
}

const signed = (value: number, places: number): string =>
  `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(places)}`;

const notEmpty = (words: string): boolean => words !== '';
