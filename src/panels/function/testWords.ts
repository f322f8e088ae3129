import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { joined } from '../truth.ts';
import { functionOption } from './functionOptions.ts';
import { testArms, withinTwo, type TestArm, type TestPoint } from './testArms.ts';

/** The law in a word or two: "NTK after 240 steps", "NTK at t → ∞", "NNGP". */
export function lawName(arms: readonly TestArm[], view: PanelView): string {
  if (functionOption(view) === 'nngp') return 'NNGP regression';
  const steps = new Set(arms.flatMap(({ law }) => (law ? [law.step] : [])));
  const [only] = steps;
  return steps.size === 1 && only !== undefined
    ? `NTK ensemble after ${only} steps`
    : 'NTK regression, t → ∞';
}

/** How near networks come to the law on test samples, how good either is there, and with which jitter it was found. */
export function testWords(results: Results, view: PanelView): string {
  const arms = testArms(results, view);
  const known = arms.filter(({ points }) => points.length > 0);
  const jitters = known.filter(({ law }) => law!.jitter > 0);
  return joined([
    known.length === 0 ? '' : lawName(arms, view),
    known
      // Infinitely wide networks that all start from zero do not differ.
      .filter(({ points }) => points.some(({ deviation }) => deviation > 0))
      .map(({ letter, points }) => `${letter}${withinTwo(points)} of ${points.length} within 2σ`)
      .join(', '),
    known.length === 0
      ? ''
      : `mean square error (half) ${known
          .map(
            ({ letter, points }) =>
              `${letter}${formatNumber(error(points, 'f'))}, of the law’s mean ${formatNumber(error(points, 'mean'))}`,
          )
          .join('; ')}`,
    known.length === 0
      ? ''
      : jitters.length === 0
        ? 'no jitter'
        : `jitter ${jitters.map(({ letter, law }) => letter + formatNumber(law!.jitter, 2)).join(', ')} of the mean diagonal`,
    ...arms.flatMap(({ letter, withoutLaw }) =>
      withoutLaw === undefined ? [] : [letter + withoutLaw],
    ),
    results.data && results.data.outputs > 1 ? 'the output of each sample’s own class' : '',
  ]);
}

/** The main numbers for people who hear the picture. */
export function testLabel(results: Results, view: PanelView): string {
  const arms = testArms(results, view);
  const facts = arms.flatMap(({ name, points }) =>
    points.length === 0
      ? []
      : [
          `${name === '' ? 'The network' : name}: ${withinTwo(points)} of ${points.length} within two standard deviations`,
        ],
  );
  return `Outputs on test samples against ${lawName(arms, view)}. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** Every test sample with the network's output and the law's mean and deviation. */
export function testTable(results: Results, view: PanelView): PanelTable {
  const arms = testArms(results, view);
  const several = arms.length > 1;
  return {
    caption: `Outputs on test samples, and ${lawName(arms, view)}`,
    columns: [
      ...(several ? ['network'] : []),
      'test sample',
      'target',
      'output',
      'mean',
      'deviation',
    ],
    rows: arms.flatMap(({ label, points }) =>
      points.map(({ index, target, f, mean, deviation }) => [
        ...(several ? [label] : []),
        String(index),
        ...[target, f, mean, deviation].map((value) => formatNumber(value)),
      ]),
    ),
  };
}

const error = (points: readonly TestPoint[], of: 'f' | 'mean'): number =>
  points.reduce((sum, point) => sum + (point[of] - point.target) ** 2, 0) / (2 * points.length);
