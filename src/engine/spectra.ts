import type { Matrix } from '../math/matrix.ts';
import type { NetworkRef, Result, SpectrumResult, TimingResult } from '../spec/Result.ts';
import type { Environment } from './Environment.ts';
import { spectrumMeasures } from './measures.ts';

/**
 * Spectra that are computed beside training, on another thread where there is one. Those that are ready are picked up
 * between rounds; order is kept.
 */
export interface Spectra {
  readonly ask: (ref: NetworkRef, step: number, theta: Matrix) => void;
  /** Something else that is computed beside training. */
  readonly await: (answer: Promise<readonly Result[]>) => void;
  /** What is ready, without waiting unless more than a few are outstanding. */
  readonly ready: () => AsyncGenerator<Result, void, undefined>;
  /** What is still outstanding. */
  readonly rest: () => AsyncGenerator<Result, void, undefined>;
}

interface Asked {
  readonly answer: Promise<readonly Result[]>;
  done: boolean;
}

/** At most `most` spectra are outstanding when a round ends; beyond that training waits for the oldest. */
export function spectra(environment: Environment, most: number): Spectra {
  const asked: Asked[] = [];
  const until = async function* (few: number): AsyncGenerator<Result, void, undefined> {
    for (let first = asked[0]; first && (first.done || asked.length > few); first = asked[0]) {
      yield* await first.answer;
      asked.shift();
    }
  };
  const follow = (answer: Promise<readonly Result[]>): void => {
    const entry: Asked = { answer, done: false };
    const settled = (): void => {
      entry.done = true;
    };
    // A rejection is thrown where the answer is awaited, if it still is.
    entry.answer.then(settled, settled);
    asked.push(entry);
  };
  return {
    ask: (ref, step, theta) => follow(spectrum(environment, ref, step, theta)),
    await: follow,
    ready: () => until(most),
    rest: () => until(0),
  };
}

async function spectrum(
  environment: Environment,
  ref: NetworkRef,
  step: number,
  theta: Matrix,
): Promise<readonly Result[]> {
  const { value: eigenvalues, ms } = await environment.eigenvalues(theta);
  return [eighTiming(ms), spectrumResult(ref, step, eigenvalues)];
}

/** How long a decomposition took. */
export const eighTiming = (ms: number): TimingResult => ({ kind: 'timing', name: 'eigh_ms', ms });

/** The spectrum of a network's float32 kernel. The array is kept. */
export const spectrumResult = (
  { arm, seed }: NetworkRef,
  step: number,
  eigenvalues: Float64Array,
): SpectrumResult => ({
  kind: 'spectrum',
  source: 'network',
  arm,
  seed,
  step,
  eigenvalues,
  ...spectrumMeasures(eigenvalues, 'float32'),
});
