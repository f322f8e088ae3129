import { depthScale } from '../../nn/depthScale.ts';
import { phaseOf, type MeanField } from '../../nn/meanField.ts';
import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { clause } from '../clause.ts';
import { joined } from '../truth.ts';
import { phaseArms, type PhaseArm, type PhasePlace } from './phaseArms.ts';
import type { PhaseOption } from './phaseField.ts';
import type { PhasePlane } from './planeOf.ts';
import { published } from './published.ts';

/** Which field a view asks for. */
export const phaseOption = ({ option }: PanelView): PhaseOption =>
  option === 'xi' || option === 'q' ? option : 'chi';

/** χ₁, ξ and q* of a fixed point as numbers for people. */
export const fieldNumbers = (field: MeanField): readonly [chi: string, xi: string, q: string] => [
  formatNumber(field.slope, 4),
  formatNumber(depthScale(field)),
  formatNumber(field.variance),
];

/** "σ_w² 1.50, σ_b² 0.100". */
export const placeName = ({ sw2, sb2 }: PhasePlace): string =>
  `σ_w² ${formatNumber(sw2)}, σ_b² ${formatNumber(sb2, 2)}`;

/** An arm's place and what it means, for people who hear it. */
export function placeWords({ place, field }: PhaseArm): string {
  const [chi, xi, q] = fieldNumbers(field);
  const depth = xi === '∞' ? 'infinite' : `${xi} layers`;
  return `${placeName(place)}: ${phaseOf(field)}, χ₁ ${chi}, depth scale ${depth}, q* ${q === '∞' ? 'unbounded' : q}`;
}

const symbols: Readonly<Record<PhaseOption, string>> = { chi: 'χ₁', xi: 'ξ', q: 'q*' };

/** The chosen number of every arm, and for a single one the activation: "tanh: χ₁ = 0.878", "χ₁ = A 1.00, B 0.878". */
export function phaseSubtitle(
  { experiment }: Pick<Results, 'experiment'>,
  view: PanelView,
): string {
  const arms = phaseArms(experiment);
  const option = phaseOption(view);
  const numberOf = ({ field }: PhaseArm): string =>
    ({
      chi: formatNumber(field.slope),
      xi: formatNumber(depthScale(field), 2),
      q: formatNumber(field.variance, 2),
    })[option];
  const numbers = arms
    .filter(({ absent }) => absent === undefined)
    .map((arm) => arm.letter + numberOf(arm));
  const name = arms.length === 1 ? `${arms[0]!.plane.name}: ` : '';
  return `${name}${symbols[option]} = ${numbers.length === 0 ? '–' : numbers.join(', ')}`;
}

const optionWords: Readonly<Record<PhaseOption, string>> = {
  chi: 'colour: χ₁, what a layer multiplies the mean square of a gradient by (above 2 as 2)',
  xi: 'colour: ξ = 1/|ln χ₁|, layers over which the mean square of a gradient changes by e; in the ordered phase inputs become alike as fast, in the chaotic one near inputs part as fast (1 to 1000)',
  q: 'colour: q*, the variance that pre-activations settle at (0.001 to 10; clear where unbounded)',
};

/** What the plane is of, what is drawn in it, and which arms are there on what terms. */
export function phaseCaption({ experiment }: Results, view: PanelView): string {
  const arms = phaseArms(experiment);
  const plane = arms[0]?.plane;
  if (!plane) return '';
  return joined([
    arms.length > 1 ? phaseSubtitle({ experiment }, view) : '',
    `infinitely wide, plain networks of ${plane.name}, from inputs of mean square 1`,
    criticalWords(plane),
    ...arms.flatMap(armWords),
    'points can be dragged, or moved with the arrow keys (Shift: further)',
    optionWords[phaseOption(view)],
    published[plane.id] ? '+ settings of papers' : '',
    'σ_b² by its fourth root, to keep zero and 10⁻⁵ apart',
    'nothing here is drawn at random',
  ]);
}

/** What the critical set of a plane is. */
function criticalWords({ critical, id }: PhasePlane): string {
  const { curves, scaleFree } = critical;
  if (scaleFree !== undefined)
    return `critical at (${formatNumber(scaleFree)}, 0) alone, where any variance is kept; with biases χ₁ = 1 there too, but q* is unbounded`;
  if (id === 'step') return 'chaotic everywhere, since it jumps: χ₁ = ∞';
  const first = curves[0]?.[0];
  if (!first) return 'no critical line: χ₁ < 1 wherever q* is bounded';
  return first.weightVariance > 100
    ? `the critical line begins only at σ_w² = ${formatNumber(first.weightVariance)}`
    : `line: χ₁ = 1, the critical line${first.biasVariance > 1e-6 ? `, which begins at σ_b² = ${formatNumber(first.biasVariance)}; below, q* jumps to where it is unbounded` : ''}`;
}

/** What is not as one would expect of an arm's point. */
function armWords(arm: PhaseArm): readonly string[] {
  const { letter, absent, fixedBy, moves, foreign, plane, plain, place } = arm;
  const who = letter === '' ? 'the network' : letter.trim();
  if (absent !== undefined) return [`${who} is not here: ${clause(absent)}`];
  const words = [
    foreign ? `${who} is hollow, its activation being ${plane.name}` : '',
    fixedBy === undefined
      ? ''
      : `${who} has σ_w² = ${formatNumber(place.sw2)} in hidden layers from ${fixedBy}${moves.sb2 ? ' and moves in σ_b² alone' : ''}`,
    moves.sb2 ? '' : `${who} has no biases${moves.sw2 ? ' and moves in σ_w² alone' : ''}`,
    plain
      ? ''
      : `${who} is no plain network: shortcuts or states that are fed back change its own χ₁`,
  ];
  return words.filter((word) => word !== '');
}

/** The main numbers for people who hear the picture. */
export function phaseLabel(arms: readonly PhaseArm[], option: PhaseOption): string {
  const facts = arms.map((arm) => {
    const who = arm.name === '' ? 'The network' : arm.name;
    return `${who}: ${arm.absent === undefined ? placeWords(arm) : `not in the plane, since ${clause(arm.absent)}`}`;
  });
  return `Phase plane of ${arms[0]?.plane.name ?? ''}, σ_w² to the right and σ_b² upwards, coloured by ${symbols[option]}. ${facts.join('. ')}.`;
}
