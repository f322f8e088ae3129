import { eigenvalues, eigh } from '../math/eigh.ts';
import type { SpectrumAnswer, SpectrumQuestion } from './spectrumProtocol.ts';

// Float64 eigen-decompositions on a thread of their own, so that training goes on meanwhile.
addEventListener('message', ({ data }: MessageEvent<SpectrumQuestion>) => {
  postMessage(answer(data));
});

function answer({ wanted, matrix }: SpectrumQuestion): SpectrumAnswer {
  try {
    return wanted === 'eigh'
      ? { kind: 'eigh', eigh: eigh(matrix) }
      : { kind: 'eigenvalues', eigenvalues: eigenvalues(matrix) };
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}
