import type { ReadoutRow } from '../chart/Readout.tsx';
import { placeAt, type Series } from '../chart/Series.ts';
import type { StepLine } from '../chart/StepCurves.tsx';
import type { StepMark } from '../chart/StepMarks.tsx';
import type { Metric, TrainingArm } from './trainingArms.ts';

/** An arm's three curves, the network's last so that it lies on top; its name stands by the network's. */
export function linesOf({ label, name, network, start, limit }: TrainingArm): readonly StepLine[] {
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
    {
      key: `${label} network`,
      arm: label,
      role: 'network',
      series: network,
      ...(trained && name !== '' && { label: name }),
    },
  ];
}

/** Where an arm leaves its tangent (on the loss that this is measured by), and where it ended before its time. */
export function marksOf(
  { label, letter, network, leaves, failure }: TrainingArm,
  metric: Metric,
): readonly StepMark[] {
  const marks: StepMark[] = [];
  const left = leaves === undefined ? -1 : placeAt(network, leaves);
  if (metric === 'train' && leaves !== undefined && leaves < Infinity && left >= 0) {
    marks.push({
      key: `${label} leaves`,
      arm: label,
      kind: 'leaves',
      step: network.x[left]!,
      value: network.mean[left]!,
    });
  }
  const last = network.mean.at(-1);
  if (failure !== undefined && last !== undefined) {
    marks.push({
      key: `${label} ended`,
      arm: label,
      kind: 'ended',
      step: network.x.at(-1) ?? 0,
      value: last,
      words: letter + failure,
    });
  }
  return marks;
}

/** An arm's values at a step, for the readout. */
export function rowOf(
  { label, name, network, start, limit }: TrainingArm,
  step: number,
  format: (value: number) => string,
): ReadoutRow {
  const at = (series: Series): string => {
    const place = placeAt(series, step);
    return series.x[place] === step ? format(series.mean[place]!) : '';
  };
  return { arm: label, name, values: [at(network), at(start), at(limit)] };
}
