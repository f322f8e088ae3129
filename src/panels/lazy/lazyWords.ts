import type { Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { placeAt } from '../chart/Series.ts';
import { courseWords } from '../courseWords.ts';
import type { PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { lazyArms, type LazyArm } from './lazyArms.ts';
import { lazyUpTo, richFrom, verdictOf, type Verdict } from './verdict.ts';

/** One sentence: how far the network has left its tangent. */
export function sentenceOf({ step, value, of, moved, until, word }: Verdict): string {
  const kernel = moved === undefined ? '' : `its kernel has moved by ${percentOf(moved)}`;
  if (word === 'diverged') return 'Diverged: nothing of its tangent is left.';
  if (until !== undefined)
    return `The rate was changed at step ${until}, and the tangent is followed no farther: by step ${step} its kernel has moved by so much.`;
  if (of === 'kernel')
    return `No tangent to compare with: its kernel has moved by so much by step ${step}.`;
  switch (word) {
    case 'at its start':
      return 'At its start a network is its own tangent.';
    case 'lazy':
      return `Lazy: at step ${step} ${kernel === '' ? 'it is' : 'its outputs are'} within ${formatPercent(lazyUpTo)} of its tangent${kernel === '' ? '' : `’s, and ${kernel}`}.`;
    case 'leaving':
      return value <= lazyUpTo
        ? `Leaving: at step ${step} its outputs are within ${formatPercent(lazyUpTo)} of its tangent’s, but ${kernel}.`
        : `Leaving: at step ${step} it is neither near its tangent nor far from it${kernel === '' ? '' : `; ${kernel}`}.`;
    case 'catapult':
      return `Catapult: its tangent diverges at this rate, the network does not${kernel === '' ? '' : `; ${kernel}`}.`;
    case 'rich':
      if (value < richFrom)
        return `Rich: by step ${step} ${kernel}, though its outputs have not left its tangent’s so far.`;
      return value < 1
        ? `Rich: at step ${step} more than half of what it has learnt is off its tangent.`
        : `Rich: at step ${step} it is farther from its tangent than from its start.`;
  }
}

/** A share in words; what is beyond ten times is out of all proportion. */
export const percentOf = (share: number): string =>
  share > 10 ? `> ${formatPercent(10)}` : formatPercent(share);

/** Which step the numbers are of. */
export function lazySubtitle(results: Results, view: PanelView): string {
  const step = stepShown(results, view);
  const steps = lazyArms(results).flatMap((arm) => verdictOf(arm, step)?.step ?? []);
  return steps.length === 0 ? 'off the tangent' : `off the tangent at step ${Math.max(...steps)}`;
}

/** What the number is, from where words begin, the output scale, and what theory says of the kernel's first move. */
export function lazyCaption(results: Results, view: PanelView): string {
  const arms = lazyArms(results);
  const step = stepShown(results, view);
  const known = arms.filter(
    ({ outputs, tangentEnds }) => outputs.x.length > 0 && step <= tangentEnds,
  );
  return joined([
    known.length === 0
      ? ''
      : `‖fₜ − f_lin‖ / ‖fₜ − f₀‖ on the training samples${known
          .map((arm, k) => testWords(arm, step, k))
          .join('')}`,
    `lazy: off its tangent, and its kernel moved, by at most ${formatPercent(lazyUpTo)}; rich: one of them by ${formatPercent(richFrom)} or more`,
    scaleWords(arms),
    moveWords(arms),
    ...arms.flatMap(({ letter, failure }) => (failure === undefined ? [] : letter + failure)),
    courseWords(results),
    networkWords(results),
    seedWords(results, 'band'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function lazyLabel(results: Results, view: PanelView): string {
  const step = stepShown(results, view);
  const facts = lazyArms(results).flatMap((arm) => {
    const verdict = verdictOf(arm, step);
    const who = arm.name === '' ? 'The network' : arm.name;
    if (!verdict) return arm.failure === undefined ? [] : [`${who}: ${arm.failure}`];
    const change = arm.change.mean[Math.max(0, placeAt(arm.change, step))];
    const moved = change === undefined ? '' : `, kernel change ${formatNumber(change)}`;
    return [`${who}: ${verdict.word}, ${percentOf(verdict.value)}${moved}`];
  });
  return `How far networks have left their tangents, and their kernels their start, over steps. ${
    facts.length === 0 ? 'Nothing yet' : facts.join('. ')
  }.`;
}

function testWords({ letter, outputsTest }: LazyArm, step: number, place: number): string {
  const value = outputsTest.mean[Math.max(0, placeAt(outputsTest, step))];
  if (value === undefined) return '';
  return `${place === 0 ? '; on test samples ' : ', '}${letter}${percentOf(value)}`;
}

/** "output scale α = 1", or of each arm. */
function scaleWords(arms: readonly LazyArm[]): string {
  const scales = new Set(arms.map(({ outputScale }) => outputScale));
  const [only] = scales;
  return scales.size === 1
    ? `output scale α = ${only!}`
    : `output scale α: ${arms.map(({ letter, outputScale }) => `${letter}${outputScale}`).join(', ')}`;
}

/** What the third-order kernel says of the first step, or why it says nothing. */
function moveWords(arms: readonly LazyArm[]): string {
  const moves = arms.flatMap(({ letter, firstMove }) =>
    firstMove === undefined ? [] : [letter + formatNumber(firstMove)],
  );
  if (moves.length > 0)
    return `dashed: first move of the kernel predicted from its third-order kernel, ${moves.join(', ')} a step`;
  const reason = arms.find(({ unknown }) => unknown !== undefined)?.unknown ?? '';
  return reason === '' ? '' : `first move of the kernel not predicted: ${clause(reason)}`;
}

/** A sentence as it stands within another. */
const clause = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
