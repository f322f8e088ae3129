import { sharedValues } from '../../spec/values.ts';
import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { clause } from '../clause.ts';
import type { PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { functionArms, functionStep, type FunctionArm } from './functionArms.ts';
import { mostBands } from './functionLines.ts';
import { functionOption, lawOf, looksAtTests } from './functionOptions.ts';
import { functionShape, hasPlaces, type FunctionShape } from './functionShape.ts';
import { testWords } from './testWords.ts';
import { outOf, worstSamples } from './worstSamples.ts';

/** What is drawn over what, and of which step. */
export function functionSubtitle(results: Results, view: PanelView): string {
  const arms = functionArms(results, view);
  const shape = functionShape(results, arms);
  const step = shownStep(results, view, arms, shape);
  const at = step === undefined ? '' : ` at step ${step}`;
  if (!hasPlaces(shape) && looksAtTests(results, view)) return `outputs on test samples${at}`;
  return `${subjects[shape]}${at}`;
}

const subjects: Readonly<Record<FunctionShape, string>> = {
  line: 'f(x) and samples',
  circle: 'f(θ) around the circle',
  plane: 'f(x₁, x₂) and f = 0',
  images: 'images of largest loss',
  samples: 'outputs sample by sample',
};

function shownStep(
  results: Results,
  view: PanelView,
  arms: readonly FunctionArm[],
  shape: FunctionShape,
): number | undefined {
  if (hasPlaces(shape)) return functionStep(arms);
  const steps = worstSamples(results, view).flatMap(({ step }) => step ?? []);
  return steps.length === 0 ? undefined : Math.max(...steps);
}

/** How far off the samples the networks are, which infinite width is drawn with which jitter, and what is drawn how. */
export function functionCaption(results: Results, view: PanelView): string {
  const arms = functionArms(results, view);
  const shape = functionShape(results, arms);
  const several = seedsOf(results) > 1;
  if (!hasPlaces(shape) && looksAtTests(results, view))
    return joined([
      testWords(results, view),
      lateWords(results, view, shownStep(results, view, arms, shape)),
      networkWords(results),
      seedWords(results, 'one'),
    ]);
  if (!hasPlaces(shape)) {
    return joined([
      ...worstSamples(results, view).flatMap((arm) => outOf(arm)),
      shape === 'images'
        ? 'largest loss first, with its output and what it is taken for'
        : samplesWords(results),
      lateWords(results, view, shownStep(results, view, arms, shape)),
      networkWords(results),
      seedWords(results, 'one'),
    ]);
  }
  return joined([
    lawWords(arms, view, shape),
    lateWords(results, view, functionStep(arms)),
    shape === 'plane' ? 'samples: circles y < 0, squares y > 0' : '',
    networkWords(results),
    several ? bandWords(results, view) : seedWords(results, 'mean'),
  ]);
}

const samplesWords = ({ data }: Results): string =>
  data ? `inputs have ${data.inputs} dimensions, too many for an axis; samples ${data.order}` : '';

const seedsOf = ({ experiment }: Results): number => Number(sharedValues(experiment).seeds);

function bandWords(results: Results, view: PanelView): string {
  const { seeds, seed } = sharedValues(results.experiment);
  const band = functionOption(view) === 'single' ? '' : ' with 10–90 % of them';
  return `mean of ${String(seeds)} networks${band} (seed ${String(seed)})`;
}

/** Functions are known where kernels are measured. */
function lateWords(results: Results, view: PanelView, step: number | undefined): string {
  const wanted = stepShown(results, view);
  return step === undefined || step === wanted ? '' : `as it was at step ${step}`;
}

/** "NTK after 240 steps of an infinitely wide ensemble, mean ± 2σ, without jitter · B has no NTK: …". */
function lawWords(arms: readonly FunctionArm[], view: PanelView, shape: FunctionShape): string {
  const option = functionOption(view);
  const of = lawOf(option);
  if (!of) return '';
  const laws = arms.flatMap(({ letter, law }) => (law ? [{ letter, law }] : []));
  const missing = arms.flatMap(({ letter, withoutLaw }) =>
    withoutLaw === undefined ? [] : [`${letter}no ${of.toUpperCase()}: ${clause(withoutLaw)}`],
  );
  const steps = [...new Set(laws.map(({ law }) => law.step))];
  const when =
    of === 'nngp'
      ? 'Bayesian regression with the NNGP'
      : steps.length === 1 && steps[0] !== undefined
        ? `NTK ensemble after ${steps[0]} steps`
        : `NTK ensemble trained without end${option === 'ntk' && view.step !== 'last' ? ', not to this step' : ''}`;
  const jitters = laws.filter(({ law }) => law.jitter > 0);
  const jitter =
    jitters.length === 0
      ? 'no jitter'
      : `jitter ${jitters.map(({ letter, law }) => letter + formatNumber(law.jitter, 2)).join(', ')} of the mean diagonal`;
  const what =
    shape === 'plane'
      ? 'its mean zero where dotted'
      : arms.length > mostBands
        ? 'mean (± 2σ in the table)'
        : 'mean ± 2σ';
  return joined([laws.length === 0 ? '' : `${when}, ${what}, ${jitter}`, ...missing]);
}

/** The main numbers for people who hear the picture. */
export function functionLabel(results: Results, view: PanelView): string {
  const arms = functionArms(results, view);
  const shape = functionShape(results, arms);
  const step = shownStep(results, view, arms, shape);
  const nothing = `${spoken[shape]}. Nothing yet.`;
  if (step === undefined) return nothing;
  if (!hasPlaces(shape)) {
    const facts = worstSamples(results, view).flatMap(({ name, samples }) => {
      const [worst] = samples;
      return worst
        ? [
            `${name === '' ? 'The network' : name}: largest loss ${formatNumber(worst.loss)}, of sample ${worst.index}`,
          ]
        : [];
    });
    return `${spoken[shape]} at step ${step}. ${facts.join('. ')}.`;
  }
  const facts = arms.flatMap(({ name, functions }) => {
    const values = functions.flatMap((result) => Array.from(result.values));
    if (values.length === 0) return [];
    const [low, high] = [
      values.reduce((a, b) => Math.min(a, b)),
      values.reduce((a, b) => Math.max(a, b)),
    ];
    return [
      `${name === '' ? 'The network' : name}: from ${formatNumber(low)} to ${formatNumber(high)}`,
    ];
  });
  return `${spoken[shape]} at step ${step}. ${facts.join('. ')}.`;
}

const spoken: Readonly<Record<FunctionShape, string>> = {
  line: 'What networks make of every input on a line',
  circle: 'What networks make of every angle on the circle',
  plane: 'What networks make of every point of a plane',
  images: 'Training images that networks do worst on',
  samples: 'Outputs of networks for every training sample',
};
