import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Series } from './Series.ts';
import type { StepMark } from './StepMarks.tsx';

/** Every measurement of an arm, and where it ended before its time, with what became of it. */
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
  return series.x.map((step, k) => {
    const ended = k === last && failure !== undefined;
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
