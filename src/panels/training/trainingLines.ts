import type { ReadoutRow } from '../chart/Readout.tsx';
import { placeAt, type Series } from '../chart/Series.ts';
import type { StepLine } from '../chart/StepCurves.tsx';
import type { StepMark } from '../chart/StepMarks.tsx';
import type { CurveNote } from './curveNotes.ts';
import type { Metric, TrainingArm } from './trainingArms.ts';

/** An arm's curves, the network's last so that it lies on top; its name stands by the network's. */
export function linesOf(arm: TrainingArm): readonly StepLine[] {
  const { label, name, network, runs, start, limit, later } = arm;
  // Before training there is only what Θ_0 predicts to write the name beside.
  const trained = network.x.length > 1;
  return [
    { key: `${label} limit`, arm: label, role: 'limit', series: limit },
    {
      key: `${label} start`,
      arm: label,
      role: 'start',
      series: start,
      ...(!trained && name !== '' && { label: name }),
    },
    { key: `${label} later`, arm: label, role: 'later', series: later },
    {
      key: `${label} network`,
      arm: label,
      role: 'network',
      series: network,
      runs,
      ...(trained && name !== '' && { label: name }),
    },
  ];
}

/**
 * Where arms leave their tangents (on the loss that this is measured by), where something was done, and where they ended before
 * their time. What was done to all arms alike is said once.
 */
export const marksOf = (arms: readonly TrainingArm[], metric: Metric): readonly StepMark[] =>
  arms.flatMap((arm, index) => {
    const { label, letter, network, leaves = Infinity, notes, failure } = arm;
    const markAt = (
      kind: StepMark['kind'],
      at: number,
      words: string | undefined,
      key: string = kind,
    ): readonly StepMark[] => {
      const place = placeAt(network, at);
      const [step, value] = [network.x[place], network.mean[place]];
      return step === undefined || value === undefined
        ? []
        : [
            {
              key: `${label} ${key}`,
              arm: label,
              kind,
              step,
              value,
              ...(words !== undefined && { words }),
            },
          ];
    };
    const wordsOf = ({ step, words }: CurveNote): string | undefined => {
      const alike = arms.every((other) =>
        other.notes.some((note) => note.step === step && note.words === words),
      );
      if (!alike) return letter + words;
      return index === 0 ? words : undefined;
    };
    return [
      ...(metric === 'train' && leaves < Infinity ? markAt('leaves', leaves, undefined) : []),
      ...notes
        // Where the mean has ended before, there is no curve to mark.
        .filter(({ step }) => step <= (network.x.at(-1) ?? -1))
        .flatMap((note) => markAt('noted', note.step, wordsOf(note), note.key)),
      ...(failure === undefined ? [] : markAt('ended', Infinity, letter + failure)),
    ];
  });

/** An arm's values at a step, for the readout. */
export function rowOf(
  { label, name, network, start, limit, later }: TrainingArm,
  step: number,
  format: (value: number) => string,
): ReadoutRow {
  const at = (series: Series): string => {
    const place = placeAt(series, step);
    return series.x[place] === step ? format(series.mean[place]!) : '';
  };
  const values = [network, start, limit, ...(later.x.length > 0 ? [later] : [])].map(at);
  return { arm: label, name, values };
}
