import { median } from '../../math/summary.ts';
import type { MarkResult } from '../../spec/Result.ts';
import type { NetworkResults } from '../../spec/Results.ts';

/** Something that was done to an arm at a step, or happened there, in few words. */
export interface CurveNote {
  readonly key: string;
  readonly step: number;
  readonly words: string;
}

/**
 * The marks of an arm's networks: rates are changed in all of them at once; the best and the last step, which each network has of
 * its own, stand at their median.
 */
export function curveNotes(networks: readonly NetworkResults[]): readonly CurveNote[] {
  const groups = new Map<string, MarkResult[]>();
  for (const mark of networks.flatMap(({ marks = [] }) => marks)) {
    const key = mark.what === 'rate' ? `rate ${mark.step}` : mark.what;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return [...groups].map(([key, marks]) => ({
    key,
    step: Math.round(median(marks.map(({ step }) => step))),
    words: marks[0]!.words,
  }));
}
