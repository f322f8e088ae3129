import type { SignalsResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { clause } from '../clause.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import {
  lastOf,
  perLayer,
  reasonOf,
  seriesOf,
  signalsArms,
  type SignalsArm,
} from './signalsArms.ts';
import { isSeries, signalsOption, type SignalsOption } from './signalsOptions.ts';

/** The number that matters of an option, of every arm: "per layer × 0.98", "s = 1, per layer × A 1.0, B 0.98". */
export function signalsSubtitle(results: Results, view: PanelView): string {
  const arms = signalsArms(results);
  const option = signalsOption(view);
  const numbers = arms.flatMap((arm) => {
    const words = numberOf(arm, option);
    return words === undefined ? [] : [arm.letter + words];
  });
  const known = arms.find(({ signals }) => signals)?.signals;
  const what: Readonly<Record<SignalsOption, string>> = {
    square: 'per layer ×',
    gradient: 'per layer backwards ×',
    moment: `${known ? `s = ${plain(known.moment.s)}, ` : ''}per layer ×`,
    correlation: 'cos at the last layer',
    lognorm: 'ln |h|/|x|',
    active: 'active in the last layer',
    copies: 'identical, dead',
    curvature: '|λ_max| of all',
  };
  return numbers.length === 0
    ? what[option].replace(' ×', '')
    : `${what[option]} ${numbers.join(', ')}`;
}

/** What the subtitle says of one arm; undefined until it is known. */
function numberOf({ signals, curvature }: SignalsArm, option: SignalsOption): string | undefined {
  if (option === 'curvature')
    return curvature && curvature.unknown === undefined
      ? formatNumber(curvature.whole.hessian, 2)
      : undefined;
  if (!signals) return undefined;
  const { meanSquare, gradient, moment, correlation, logNorm, active, identical, dead } = signals;
  switch (option) {
    case 'square':
      return formatNumber(perLayer(meanSquare), 2);
    case 'moment':
      return formatNumber(perLayer(moment), 2);
    case 'gradient':
      return formatNumber(1 / perLayer(gradient), 2);
    case 'correlation':
      return formatNumber(lastOf(correlation.mean), 2);
    case 'lognorm':
      return `${formatNumber(logNorm.mean, 2)} ± ${formatNumber(Math.sqrt(logNorm.variance), 2)}`;
    case 'active':
      return formatPercent(lastOf(active.mean));
    case 'copies':
      return `${formatPercent(lastOf(identical))}, ${formatPercent(lastOf(dead))}`;
  }
}

const optionWords: Readonly<Record<SignalsOption, (signals: SignalsResult | undefined) => string>> =
  {
    square: () => 'mean square entry of what each hidden layer hands on; layer 0: the inputs',
    gradient: () => '|∂f/∂h|², mean over samples and outputs; layer 0: the inputs',
    moment: (signals) =>
      `mean of (|h|/|x|)^s of the first sample, s = ${signals ? plain(signals.moment.s) : '1'}`,
    correlation: (signals) =>
      `cosine of the angle between training samples ${signals ? signals.correlation.pair.map((k) => k + 1).join(' and ') : ''}`,
    lognorm: () => 'density of ln(|h|/|x|) of the first sample after the last hidden layer',
    active: () => 'share of units and samples with |φ′| above 0.01',
    copies: () =>
      'shares of the units of each layer, on the training samples; dead ones are equal to each other',
    curvature: () =>
      'solid: largest |eigenvalue| of the Hessian of the loss in what one map trains (kinks of rectifiers count nothing); hollow: λ_max of its part of Θ over n, the Gauss–Newton part',
  };

/** What is shown, over how many draws, beside what theory; and why there is none. */
export function signalsCaption(results: Results, view: PanelView): string {
  const arms = signalsArms(results);
  const option = signalsOption(view);
  const known = arms.flatMap(({ signals }) => signals ?? []);
  const overDraws = isSeries(option) || option === 'lognorm';
  return joined([
    arms.length > 1 && (known.length > 0 || arms.some(({ curvature }) => curvature))
      ? signalsSubtitle(results, view)
      : '',
    optionWords[option](known[0]),
    ...(overDraws ? lostWords(arms, option) : []),
    overDraws ? drawWords(arms, option) : '',
    ...noteWords(arms, option),
    ...arms.flatMap((arm) => {
      const reason = option === 'curvature' ? arm.curvature?.unknown : undefined;
      return reason === undefined ? [] : [arm.letter + clause(reason)];
    }),
    networkWords(results),
    overDraws ? `seed ${seedOf(results)}` : seedWords(results, 'one'),
  ]);
}

const seedOf = (results: Results): string =>
  /seed (\d+)/.exec(seedWords(results, 'one'))?.[1] ?? '';

/** "mean of 500 networks drawn for this, band: 10–90 %, dashed: infinite width". */
function drawWords(arms: readonly SignalsArm[], option: SignalsOption): string {
  const known = arms.filter(({ signals }) => signals);
  if (known.length === 0) return '';
  const counts = new Set(known.map(({ signals }) => signals!.draws));
  const draws =
    counts.size === 1
      ? String([...counts][0])
      : known.map(({ letter, signals }) => letter + String(signals!.draws)).join(', ');
  if (option === 'lognorm') {
    const predicted = known.some(({ signals }) => signals!.logNorm.predicted);
    return `${draws} networks drawn for this${predicted ? ', dashed: the predicted normal law' : ''}`;
  }
  const theory = known.some(({ signals }) => isSeries(option) && seriesOf(signals!, option).theory);
  return `mean of ${draws} networks drawn for this, band: 10–90 % of them${theory ? ', dashed: theory' : ''}`;
}

/** Draws that have no log-norm. */
function lostWords(arms: readonly SignalsArm[], option: SignalsOption): readonly string[] {
  if (option !== 'lognorm') return [];
  return arms.flatMap(({ letter, signals }) => {
    if (!signals) return [];
    const lost = signals.draws - signals.logNorm.counts.reduce((sum, count) => sum + count, 0);
    return lost === 0
      ? []
      : [`${letter}without ${lost} draws in which nothing came through, or too much`];
  });
}

/** Why theory is missing in what is shown, once for all arms of which the same is true. */
function noteWords(arms: readonly SignalsArm[], option: SignalsOption): readonly string[] {
  const notes = new Map<string, string[]>();
  for (const { letter, signals } of arms) {
    if (signals && signals.note !== '' && lacksTheory(signals, option))
      notes.set(signals.note, [...(notes.get(signals.note) ?? []), letter.trim()]);
  }
  return [...notes].map(([note, letters]) => {
    const who = letters.filter((letter) => letter !== '').join(', ');
    return `no theory${who === '' ? '' : ` for ${who}`}: ${clause(note)}`;
  });
}

function lacksTheory(signals: SignalsResult, option: SignalsOption): boolean {
  if (option === 'lognorm') return signals.logNorm.predicted === undefined;
  if (!isSeries(option) || option === 'active') return false;
  const { theory } = seriesOf(signals, option);
  // Gradients at the inputs have none in any case.
  return theory?.subarray(1).some(Number.isNaN) ?? true;
}

/** 1, 0.5, 1.25. */
const plain = (s: number): string => String(Number(s.toFixed(3)));

/** The main numbers for people who hear the picture. */
export function signalsLabel(arms: readonly SignalsArm[], option: SignalsOption): string {
  const what: Readonly<Record<SignalsOption, string>> = {
    square: 'Mean square of signals against the layer',
    gradient: 'Mean square of gradients against the layer',
    moment: 'Moment of the norm against the layer',
    correlation: 'Cosine of the angle between two samples against the layer',
    lognorm: 'Histogram of the log-norm after the last hidden layer',
    active: 'Share of active units against the layer',
    copies: 'Shares of identical and of dead units against the layer',
    curvature: 'Largest curvature of the loss by maps',
  };
  const facts = arms.flatMap((arm) => {
    const who = arm.name === '' ? 'The network' : arm.name;
    const reason = reasonOf(arm, option);
    if (reason !== undefined) return [`${who}: ${clause(reason)}`];
    const words = spokenOf(arm, option);
    return words === undefined ? [] : [`${who}: ${words}`];
  });
  return `${what[option]}. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

function spokenOf(arm: SignalsArm, option: SignalsOption): string | undefined {
  const { signals } = arm;
  const number = numberOf(arm, option);
  if (!isSeries(option) || option === 'correlation' || !signals) return number;
  const { mean } = seriesOf(signals, option);
  const known = mean.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return 'none';
  return `from ${formatNumber(known[0]!)} to ${formatNumber(known.at(-1)!)}`;
}
