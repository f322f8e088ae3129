import type { LossId } from '../../nn/dynamics/Loss.ts';
import { lossOf } from '../../nn/dynamics/losses.ts';
import type { Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { courseWords } from '../courseWords.ts';
import type { PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { learntModes } from './learntModes.ts';
import { modesArms, type ModesArm } from './modesArms.ts';
import { modesOption } from './modesOptions.ts';
import { residualModes } from './residualModes.ts';

/** What is drawn, at which step where it is one. */
export function modesSubtitle(results: Results, view: PanelView): string {
  switch (modesOption(view)) {
    case 'steps':
      return 'residual along each mode of Θ₀';
    case 'learnt':
      return 'step by which half of a mode is learnt';
    case 'residual':
      return `residual at step ${residualStep(results, view)}`;
  }
}

/** What is measured in which units, how many modes there are, what theory assumes. */
export function modesCaption(results: Results, view: PanelView): string {
  const arms = modesArms(results);
  const option = modesOption(view);
  const known = arms.filter(({ count }) => count > 0);
  const theory = known.some(hasTheory);
  const counts = [...new Set(known.map(({ count }) => count))];
  return joined([
    known.length === 0 ? '' : pictureWords(results, view, known),
    option === 'learnt'
      ? known
          .map(learntWords)
          .filter((words) => words !== '')
          .join('; ')
      : '',
    known.length === 0
      ? ''
      : theory
        ? 'dashed: linear theory from each network’s own Θ₀'
        : 'linear theory says nothing of this way of training',
    counts.length === 0 ? '' : `${counts.join(' and ')} modes`,
    courseWords(results),
    networkWords(results),
    seedWords(
      results,
      option === 'steps' ? 'band' : 'mean',
      Math.max(0, ...known.map(({ networks }) => networks.length)),
    ),
  ]);
}

/** The main numbers for people who hear the picture. */
export function modesLabel(results: Results, view: PanelView): string {
  const arms = modesArms(results);
  const what = {
    steps: 'Residual along eigenvectors of the kernel over steps',
    learnt: 'Step by which half of each mode is learnt, against what its eigenvalue lets expect',
    residual: 'Residual along each eigenvector at one step and at the start, against rank',
  }[modesOption(view)];
  const step = stepShown(results, view);
  const facts = arms.flatMap((arm) => {
    const who = arm.name === '' ? 'The network' : arm.name;
    if (arm.count === 0) return arm.failure === undefined ? [] : [`${who}: ${arm.failure}`];
    if (modesOption(view) === 'learnt') return [`${who}: ${learntWords({ ...arm, letter: '' })}`];
    const { start, now, step: at } = residualModes(arm, step);
    return [
      `${who}: ${formatPercent(squares(now) / squares(start))} of the squared residual is left at step ${at}, along the first eigenvector ${formatNumber(now[0]! / start[0]!)} of its start`,
    ];
  });
  return `${what}. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** |⟨v_i, r_t⟩| / ‖r_0‖, spelled out where all arms fit squares. */
const shareWords = (arms: readonly ModesArm[]): string =>
  arms.every(({ loss }) => lossOf(loss).isSquare)
    ? '|⟨vᵢ, fₜ − y⟩| / ‖f₀ − y‖'
    : '|⟨vᵢ, rₜ⟩| / ‖r₀‖ with the residual r = ∂ℓ/∂f';

/** ln 2/(η·c·λ) with the factor c of the arms' losses, and what momentum makes of it. */
export function expectedWords(arms: readonly ModesArm[]): string {
  const words = new Set(
    arms.map(
      ({ loss, beta, adaptive }) =>
        (beta > 0 ? '(1 − β) ' : '') +
        (expected[loss] ?? 'n ln 2/(ηλ)') +
        (adaptive ? ' as if by gradient descent' : ''),
    ),
  );
  const [only = 'n ln 2/(ηλ)'] = words;
  if (words.size <= 1) return only;
  return `ln 2/(ηcλ)${arms.some(({ beta }) => beta > 0) ? ', × (1 − β) with momentum' : ''}`;
}

const expected: Readonly<Partial<Record<LossId, string>>> = {
  'mse-sum': 'ln 2/(ηλ)',
  'mse-mean': 'n ln 2/(2ηλ)',
};

function pictureWords(results: Results, view: PanelView, known: readonly ModesArm[]): string {
  switch (modesOption(view)) {
    case 'steps':
      return `${shareWords(known)} by the rank of the eigenvalue`;
    case 'learnt':
      return `across: ${expectedWords(known)}, dotted where both are equal; bars reach from the last recorded step before`;
    case 'residual':
      return `${shareWords(known)} at step ${residualStep(results, view)} (filled) and 0 (hollow); left: ${known
        .map((arm) => {
          const { start, now } = residualModes(arm, stepShown(results, view));
          return arm.letter + formatPercent(squares(now) / squares(start));
        })
        .join(', ')} of the squared residual`;
  }
}

/** "A 12 of 24 modes half learnt". */
function learntWords(arm: ModesArm): string {
  const modes = learntModes(arm);
  const done = modes.filter(({ measured }) => measured < Infinity);
  return modes.length === 0
    ? ''
    : `${arm.letter}${done.length} of ${modes.length} modes half learnt`;
}

/** The recorded step that is nearest before the wanted one, of the arms that have any. */
const residualStep = (results: Results, view: PanelView): number =>
  Math.max(
    0,
    ...modesArms(results).map((arm) => residualModes(arm, stepShown(results, view)).step),
  );

const hasTheory = ({ networks }: ModesArm): boolean =>
  networks.some(({ predicted }) => predicted.some(Number.isFinite));

const squares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);
