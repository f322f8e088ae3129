import type { DataResult } from '../../spec/Result.ts';

/** Neighbouring samples of one class, from `start` up to but not including `end`. */
export interface ClassRun {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The blocks of a full kernel, one per output of the network, named by their number. */
export const outputRuns = (n: number, blocks: number): readonly ClassRun[] =>
  Array.from({ length: blocks }, (_, k) => ({
    name: String(k),
    start: k * n,
    end: (k + 1) * n,
  }));

/** The runs of equal classes in the order of the samples; empty without classes or where samples are too mixed to mark. */
export function classRuns(data: DataResult | undefined): readonly ClassRun[] {
  const { labels, classes } = data ?? {};
  if (!labels || !classes) return [];
  const runs: { name: string; start: number; end: number }[] = [];
  labels.forEach((label, k) => {
    const last = runs.at(-1);
    if (last && labels[k - 1] === label) last.end = k + 1;
    else runs.push({ name: classes[label] ?? String(label), start: k, end: k + 1 });
  });
  return runs.length <= Math.max(24, 2 * classes.length) && runs.length > 1 ? runs : [];
}
