import { describe, expect, it } from 'vitest';
import { scaleOf } from './Scale.ts';
import type { StepMark } from './StepMarks.tsx';
import { thinnedMarks } from './thinnedMarks.ts';

const x = scaleOf('linear', [0, 100], [0, 200], { most: 5 });
const mark = (step: number, more: Partial<StepMark> = {}): StepMark => ({
  key: `${more.arm ?? 'A'} ${step}`,
  arm: 'A',
  kind: 'measured',
  step,
  value: 1,
  ...more,
});
const steps = (marks: readonly StepMark[]): readonly number[] => marks.map(({ step }) => step);
const every = (by: number, most = 100): readonly StepMark[] =>
  Array.from({ length: most / by + 1 }, (_, k) => mark(k * by));

describe('marks of measurements', () => {
  it('all stay where they have room', () => {
    expect(thinnedMarks(every(5), x, 10)).toHaveLength(21);
  });

  it('keep their distance where there are many, from the first to the last', () => {
    const kept = steps(thinnedMarks(every(1), x, 9));

    expect(kept.slice(0, 3)).toEqual([0, 5, 10]);
    expect(kept.at(-1)).toBe(100);
    expect(steps(thinnedMarks(every(1, 98), x, 9)).slice(-3)).toEqual([85, 90, 98]);
  });

  it('count for each arm alone, and leave marks of other kinds alone', () => {
    const marks = [
      ...every(2),
      ...every(50).map(({ step }) => mark(step, { arm: 'B' })),
      mark(3, { kind: 'leaves' }),
      mark(4, { kind: 'noted' }),
    ];
    const kept = thinnedMarks(marks, x, 20);

    expect(kept.filter(({ arm }) => arm === 'B')).toHaveLength(3);
    expect(kept.filter(({ kind }) => kind !== 'measured')).toHaveLength(2);
    expect(kept.filter(({ arm, kind }) => arm === 'A' && kind === 'measured')).toHaveLength(11);
  });
});
