import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { fadesAt, type FittedSlope } from './fittedSlope.ts';
import { harmonicsArms, type HarmonicsArm } from './harmonicsArms.ts';
import { spheres } from './spheres.ts';
import { clause } from '../clause.ts';

/** Slopes on every sphere, why an arm has none, and what the markers are. */
export function harmonicsCaption(results: Results): string {
  const onCircle = harmonicsArms(results, 2);
  return joined([
    ...onCircle.map((_, index) => decayWords(results, index)),
    ...onCircle.flatMap(({ letter, reason }) =>
      reason === undefined
        ? []
        : [`${letter === '' ? '' : `${letter}has `}none: ${clause(reason)}`],
    ),
    'infinite width, κ(1) = 1, hollow: odd k, solid: even k',
    onCircle.some(({ network }) => network.x.length > 0)
      ? 'curves on S¹: the networks themselves, on the great circle of the profile, down to where float32 ends'
      : '',
    networkWords(results),
    seedWords(results, 'mean'),
  ]);
}

/** "A falls as k^−2.974 ± 0.003 on S², …, fitted over k = 20–80", or that it falls faster. */
function decayWords(results: Results, index: number): string {
  const found = spheres.map(({ value, label }) => ({
    sphere: label,
    arm: harmonicsArms(results, Number(value))[index]!,
  }));
  const { letter } = found[0]!.arm;
  const fitted = found.filter(({ arm }) => arm.fit);
  const [{ arm: first } = { arm: undefined }] = fitted;
  if (first?.fit) {
    const words = fitted.map(({ arm, sphere }) => `${powerWords(arm.fit!)} on ${sphere}`);
    return `${letter}falls as ${words.join(', ')} (fitted, k = ${first.fit.from}–${first.fit.to})`;
  }
  const ends = found.flatMap(({ arm, sphere }) => {
    const end = arm.eigenvalues && fadesAt(arm.eigenvalues);
    return end === undefined ? [] : [`k = ${end} on ${sphere}`];
  });
  return ends.length === 0
    ? ''
    : `${letter}falls faster than any power fitted here, below 10⁻¹⁵ from ${ends.join(', ')} on`;
}

/** The main numbers for people who hear the picture. */
export function harmonicsLabel(arms: readonly HarmonicsArm[], sphere: string): string {
  const facts = arms.flatMap((arm) => {
    const who = arm.name === '' ? 'The network' : arm.name;
    if (arm.reason !== undefined) return [`${who}: none: ${clause(arm.reason)}`];
    if (!arm.eigenvalues) return [];
    const [zero = NaN, one = NaN, two = NaN] = arm.eigenvalues;
    const values = [zero, one, two].map((value) => formatNumber(value)).join(', ');
    return [`${who}: ${values} for k = 0, 1, 2; ${slopeWords(arm)}`];
  });
  return `Eigenvalues on ${sphere} against the degree k, both axes logarithmic. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** "falls as k^−2.974 ± 0.003 (k = 20–80)", or where the eigenvalues vanish; empty if there are none. */
export function slopeWords({ eigenvalues, fit }: HarmonicsArm): string {
  if (!eigenvalues) return '';
  if (fit) return `falls as ${powerWords(fit)} (k = ${fit.from}–${fit.to})`;
  const end = fadesAt(eigenvalues);
  return end === undefined ? '' : `below 10⁻¹⁵ from k = ${end} on`;
}

/** "k^−2.974 ± 0.003", with as many digits as the error leaves, three at most. */
function powerWords({ slope, error }: FittedSlope): string {
  const places = Math.min(3, Math.max(1, Math.ceil(-Math.log10(error)) || 3));
  const about = error < 0.0005 ? '< 0.001' : error.toFixed(places);
  return `k^${signed(slope, places)} ± ${about}`;
}

const signed = (value: number, places: number): string =>
  `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(places)}`;
