import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { placeAt, type Series } from '../chart/Series.ts';
import { courseWords } from '../courseWords.ts';
import { momentumOf } from '../momentumOf.ts';
import type { PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { spokenCurve } from '../spokenCurve.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { stabilityArms, type SharpnessCourse, type StabilityArm } from './stabilityArms.ts';

/** Where the sharpness crosses the limit of stability. */
export function stabilitySubtitle(results: Results): string {
  const [first, ...others] = stabilityArms(results);
  // Several arms are compared in the caption, which has room.
  if (first?.course && others.length === 0) return crossingWords(first.course);
  return hasLimit(stabilityArms(results)) ? 'sharpness against 2/η' : 'sharpness';
}

/** What became of the sharpness of each arm, the values at the shown step, and what they are of. */
export function stabilityCaption(results: Results, view: PanelView): string {
  const arms = stabilityArms(results);
  const step = stepShown(results, view);
  const known = arms.filter(isKnown);
  return joined([
    known
      .flatMap(({ letter, course }) => (course ? [letter + crossingWords(course)] : []))
      .join('; '),
    ...new Set(known.flatMap(({ note }) => (note === undefined ? [] : [note.replace(/\.$/, '')]))),
    known.some(({ limit }) => limit.x.length === 0)
      ? 'where steps do not follow the gradient’s length, curvature sets no limit'
      : '',
    known.length === 0
      ? ''
      : `at step ${Math.max(...known.map((arm) => shownOf(arm).x[placeAt(shownOf(arm), step)] ?? 0))}: λ_max ${known
          .map((arm) => {
            const { letter, limit } = arm;
            const series = shownOf(arm);
            const value = series.mean[Math.max(0, placeAt(series, step))] ?? NaN;
            const most = limit.mean[Math.max(0, placeAt(limit, step))];
            const of = most === undefined ? '' : ` of ${formatNumber(most)}`;
            return `${letter}${formatNumber(value)}${of}`;
          })
          .join(', ')}`,
    known.length === 0
      ? ''
      : [
          known.some(({ hessian }) => hessian.x.length > 0) &&
            'solid: Hessian of the training loss',
          `dashed: ${dashedWords(results)}`,
          hasLimit(arms) && `thin: ${thinWords(results)}`,
        ]
          .filter(Boolean)
          .join('; '),
    ...arms.flatMap(({ letter, failure }) => (failure === undefined ? [] : letter + failure)),
    courseWords(results),
    networkWords(results),
    seedWords(results, 'band', Math.max(0, ...known.map(({ count }) => count))),
  ]);
}

const anyArm = ({ experiment, arms }: Results, holds: (values: Settings) => boolean): boolean =>
  arms.some((_, index) => holds(armValues(experiment, index)));

/** The kernel's eigenvalue over n is that of the Gauss–Newton part for the usual mean of squares alone. */
const dashedWords = (results: Results): string =>
  anyArm(results, ({ loss }) => loss !== 'mse') ? 'its Gauss–Newton part' : 'λ_max(Θ_t)/n';

/** The least curvature that is too much, which momentum moves. */
const thinWords = (results: Results): string =>
  anyArm(results, (values) => momentumOf(values) > 0) ? '2/η, times what momentum allows' : '2/η';

/** Whether there is a limit to hold anything against, or may be. */
export const hasLimit = (arms: readonly StabilityArm[]): boolean =>
  !arms.some(isKnown) || arms.some(({ limit }) => limit.x.length > 0);

/** Whether anything is known of an arm's curvature. */
export const isKnown = ({ hessian, gaussNewton }: StabilityArm): boolean =>
  hessian.x.length > 0 || gaussNewton.x.length > 0;

/** The Hessian's eigenvalue, or where there is none that of its Gauss–Newton part. */
const shownOf = ({ hessian, gaussNewton }: StabilityArm): Series =>
  hessian.x.length > 0 ? hessian : gaussNewton;

/** The main numbers for people who hear the picture. */
export function stabilityLabel(arms: readonly StabilityArm[]): string {
  const facts = arms.map((arm) =>
    spokenCurve(arm, shownOf(arm), arm.course ? crossingWords(arm.course) : ''),
  );
  return `Largest eigenvalue of the loss Hessian over steps${hasLimit(arms) ? ', against 2/η' : ''}. ${facts.join('. ')}.`;
}

/** Sharpness this close to the limit at the end hovers at the edge. */
const edge = 0.2;

/** "progressive sharpening reaches 2/η at step 120, then stays at the edge of stability". */
export function crossingWords(course: SharpnessCourse): string {
  const { crosses, first, greatest, last, raised, moved } = course;
  if (first >= 1) {
    const now = last < 1 ? `, now at ${formatPercent(last)} of it` : '';
    return `starts above 2/η${now}`;
  }
  if (crosses === Infinity) {
    return `stays below 2/η, at most ${formatPercent(greatest)} of it`;
  }
  // What is small beside a limit that has moved may be as large as it was.
  if (raised || moved) {
    const how = raised ? 'a higher rate takes 2/η below the sharpness' : 'sharpness reaches 2/η';
    const now = last < 1 ? `at ${formatPercent(last)} of` : `${formatNumber(last, 2)} times`;
    return `${how} at step ${Math.round(crosses)}, now ${now} what the rate allows`;
  }
  const where = `progressive sharpening reaches 2/η at step ${Math.round(crosses)}`;
  if (Math.abs(last - 1) <= edge) return `${where} and stays at the edge of stability`;
  return last > 1
    ? `${where} and goes on to ${formatNumber(last, 2)} times it`
    : `${where} and falls back to ${formatPercent(last)} of it`;
}
