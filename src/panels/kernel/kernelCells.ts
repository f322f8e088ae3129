import { cachedLatest } from '../cached.ts';
import { clause } from '../clause.ts';
import { difference } from './difference.ts';
import type { Compared } from './kernelDomains.ts';
import {
  limitEntries,
  type ArmKernels,
  type Entries,
  type KernelPicture,
} from './kernelPicture.ts';

/** One square of the kernel panel: a map, or words where there is none. */
export interface KernelCell {
  readonly row: number;
  readonly column: number;
  readonly scale: 'kernel' | 'difference';
  readonly entries: Entries | undefined;
  /** Why there is no map, in few words, and in full. */
  readonly words: string;
  readonly whole: string;
  /** The step of the map where it is not the one that the head of its column names. */
  readonly step: number | undefined;
}

/** All squares, row by row; in place of further equal limits there is nothing. */
export function kernelCells(
  picture: KernelPicture,
  step: number,
  compared: Compared,
): readonly KernelCell[] {
  return picture.arms.flatMap((arm, row) => {
    const limit = limitEntries(arm.limit, picture.blocks);
    const waiting = arm.start ? '' : (arm.failure ?? '');
    const early = arm.shown && arm.shown.step !== step ? arm.shown.step : undefined;
    const blank = { row, scale: 'kernel', words: '', whole: '', step: undefined } as const;
    const cells: KernelCell[] = [
      { ...blank, column: 0, entries: arm.start?.values, words: waiting },
      { ...blank, column: 1, entries: arm.shown?.values, words: waiting, step: early },
      { ...blank, column: 2, scale: 'difference', ...compare(arm, limit, compared) },
    ];
    if (row === 0 || !picture.sharedLimit) {
      cells.push({ ...blank, column: 3, entries: limit, ...withoutLimit(arm) });
    }
    return cells;
  });
}

const fromStart = cachedLatest((start: Entries, shown: Entries) => difference(shown, start));
const fromLimit = cachedLatest((start: Entries, limit: Entries) => difference(start, limit));

function compare(
  arm: ArmKernels,
  limit: Entries | undefined,
  compared: Compared,
): Pick<KernelCell, 'entries' | 'words' | 'whole'> {
  const start = arm.start?.values;
  if (compared === 'finite') {
    const entries = start && limit?.length === start.length ? fromLimit(start, limit) : undefined;
    return { entries, ...withoutLimit(arm) };
  }
  const moved = arm.start && arm.shown && arm.shown.step > arm.start.step;
  return {
    entries: moved && start ? fromStart(start, arm.shown.values) : undefined,
    words: arm.failure ?? (arm.start ? 'zero before training' : ''),
    whole: '',
  };
}

function withoutLimit({ limit }: ArmKernels): Pick<KernelCell, 'words' | 'whole'> {
  if (!limit || limit.exists) return { words: '', whole: '' };
  return { words: `no limit: ${firstClause(limit.reason)}`, whole: limit.reason };
}

/** A reason up to its first stop, which is what fits into a small square. */
const firstClause = (reason: string): string => clause(reason.split(/[:;.,]/)[0] ?? reason);
