import { timed } from '../engine/timed.ts';
import { eigenvalues, eigh } from '../math/eigh.ts';
import { singularValues } from '../math/singularValues.ts';
import type { SpectrumAnswer, SpectrumQuestion } from './spectrumProtocol.ts';

// Float64 eigen-decompositions on a thread of their own, so that training goes on meanwhile.
addEventListener('message', ({ data }: MessageEvent<SpectrumQuestion>) => {
  postMessage(answer(data));
});

function answer({ wanted, matrix }: SpectrumQuestion): SpectrumAnswer {
  try {
    switch (wanted) {
      case 'eigh':
        return { kind: 'eigh', eigh: timed(() => eigh(matrix)) };
      case 'eigenvalues':
        return { kind: 'eigenvalues', eigenvalues: timed(() => eigenvalues(matrix)) };
      case 'singularValues':
        return { kind: 'singularValues', singularValues: timed(() => singularValues(matrix)) };
    }
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}
