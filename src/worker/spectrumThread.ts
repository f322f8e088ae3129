import type { Environment } from '../engine/Environment.ts';
import { timed } from '../engine/timed.ts';
import { eigenvalues, eigh } from '../math/eigh.ts';
import type { Matrix } from '../math/matrix.ts';
import { singularValues } from '../math/singularValues.ts';
import type { SpectrumAnswer, SpectrumQuestion } from './spectrumProtocol.ts';

/** A decomposition that has been asked for. */
interface Open {
  readonly question: SpectrumQuestion;
  readonly take: (answer: SpectrumAnswer) => void;
  /** Computes it here, where the thread has failed. */
  readonly inPlace: () => void;
}

/** Decompositions on a second thread; in place where a worker cannot have a worker. Rejections are what `eigh` throws. */
export function spectrumThread(): Pick<Environment, 'eigh' | 'eigenvalues' | 'singularValues'> {
  const open: Open[] = [];
  let thread: Worker | undefined;
  let broken = false;

  const fail = (): void => {
    broken = true;
    thread?.terminate();
    open.splice(0).forEach(({ inPlace }) => inPlace());
  };
  const started = (): Worker | undefined => {
    if (thread || broken) return broken ? undefined : thread;
    try {
      thread = new Worker(new URL('./spectrum.worker.ts', import.meta.url), { type: 'module' });
      thread.onmessage = ({ data }: MessageEvent<SpectrumAnswer>) => open.shift()?.take(data);
      thread.onerror = fail;
      thread.onmessageerror = fail;
    } catch {
      broken = true;
    }
    return thread;
  };
  const ask = <T>(
    question: SpectrumQuestion,
    read: (answer: SpectrumAnswer) => T | undefined,
    here: (matrix: Matrix) => T,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const inPlace = (): void => resolve(Promise.resolve(question.matrix).then(here));
      const take = (answer: SpectrumAnswer): void => {
        const value = read(answer);
        if (value) resolve(value);
        else reject(new RangeError(answer.kind === 'refused' ? answer.reason : 'another answer'));
      };
      const worker = started();
      if (!worker) {
        inPlace();
        return;
      }
      open.push({ question, take, inPlace });
      worker.postMessage(question);
    });

  return {
    eigh: (matrix) =>
      ask(
        { wanted: 'eigh', matrix },
        (answer) => (answer.kind === 'eigh' ? answer.eigh : undefined),
        (a) => timed(() => eigh(a)),
      ),
    eigenvalues: (matrix) =>
      ask(
        { wanted: 'eigenvalues', matrix },
        (answer) => (answer.kind === 'eigenvalues' ? answer.eigenvalues : undefined),
        (a) => timed(() => eigenvalues(a)),
      ),
    singularValues: (matrix) =>
      ask(
        { wanted: 'singularValues', matrix },
        (answer) => (answer.kind === 'singularValues' ? answer.singularValues : undefined),
        (a) => timed(() => singularValues(a)),
      ),
  };
}
