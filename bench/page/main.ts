import type { Answer, Bench, Question } from './messages.ts';

let worker: Worker | undefined;

function ask(question: Question): Promise<Answer> {
  const asked = worker;
  if (!asked) throw new Error('no worker was started');
  return new Promise((resolve, reject) => {
    asked.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    asked.onerror = ({ message }) => reject(new Error(message));
    asked.postMessage(question);
  });
}

const refusal = (answer: Answer): Error =>
  new Error(answer.kind === 'failed' ? answer.sentence : `unexpected answer ${answer.kind}`);

const bench: Bench = {
  start: async (backend) => {
    worker?.terminate();
    worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
    const answer = await ask({ kind: 'start', backend });
    if (answer.kind !== 'started') throw refusal(answer);
    return answer.report;
  },
  measure: async (task, repeat) => {
    const answer = await ask({ kind: 'measure', task, repeat });
    if (answer.kind !== 'measured') throw refusal(answer);
    return answer.ms;
  },
};

Object.assign(globalThis, { bench });
