import { describe, expect, it } from 'vitest';
import type { MarkResult } from '../../spec/Result.ts';
import type { NetworkResults } from '../../spec/Results.ts';
import { curveNotes } from './curveNotes.ts';

const network = (
  seed: number,
  ...marks: readonly Pick<MarkResult, 'what' | 'step' | 'words'>[]
): NetworkResults => ({
  seed,
  kernels: [],
  spectra: [],
  changes: [],
  predictions: {},
  marks: marks.map((mark) => ({ kind: 'mark', arm: 'A', seed, ...mark })),
});

describe('notes on the curve of an arm', () => {
  it('are one for each change of the rate', () => {
    const changes = [
      { what: 'rate', step: 4, words: 'η 1 → 0.5' },
      { what: 'rate', step: 9, words: 'η 0.5 → 0.1' },
    ] as const;

    expect(curveNotes([network(0, ...changes), network(1, ...changes)])).toEqual([
      { key: 'rate 4', step: 4, words: 'η 1 → 0.5' },
      { key: 'rate 9', step: 9, words: 'η 0.5 → 0.1' },
    ]);
  });

  it('stand at the median of the best steps', () => {
    const best = [5, 30, 7].map((step, seed) =>
      network(seed, { what: 'best', step, words: 'best' }),
    );

    expect(curveNotes(best)).toEqual([{ key: 'best', step: 7, words: 'best' }]);
  });

  it('are none without marks', () => {
    expect(curveNotes([{ ...network(0), marks: [] }, network(1)])).toEqual([]);
  });
});
