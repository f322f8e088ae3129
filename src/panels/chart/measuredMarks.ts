import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Series } from './Series.ts';
import type { StepMark } from './StepMarks.tsx';

/** Every measurement of an arm while they are few, and where it ended before its time, with what became of it. */
export function measuredMarks(
  {
    label,
    letter,
    failure,
  }: {
    readonly label: ArmLabel;
    readonly letter: string;
    readonly failure: string | undefined;
  },
  series: Series,
): readonly StepMark[] {
  const last = series.x.length - 1;
  return series.x.flatMap((step, k) => {
    const ended = k === last && failure !== undefined;
    if (!ended && series.x.length > 48) return [];
    return {
      key: `${label} ${step}`,
      arm: label,
      step,
      value: series.mean[k]!,
      kind: ended ? 'ended' : 'measured',
      ...(ended && { words: letter + failure }),
    };
  });
}
