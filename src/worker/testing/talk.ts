import { nodeEnvironment } from '../../engine/testing/nodeEnvironment.ts';
import type { Settings } from '../../nn/Settings.ts';
import { canonical } from '../../spec/canonical.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import type { FromWorker, ToWorker } from '../../spec/protocol.ts';
import type { Result } from '../../spec/Result.ts';
import { conversation } from '../conversation.ts';
import { transferables } from '../transferables.ts';

/** A small experiment, with settings of one's own. */
export const experiment = (shared: Settings, arm: Settings = {}): Experiment =>
  canonical({
    shared: { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 10, snapshots: 2, ...shared },
    arms: [{ 'net.width': 12, 'net.depth': 2, ...arm }],
  });

/** A conversation whose messages cross as they do between threads: arrays are gone from the sender once posted. */
export function talk() {
  const heard: FromWorker[] = [];
  const waiting: { readonly when: (message: FromWorker) => boolean; readonly go: () => void }[] =
    [];
  const receive = conversation(nodeEnvironment, (message) => {
    const arrived = structuredClone(message, { transfer: transferables(message) });
    heard.push(arrived);
    for (const { when, go } of waiting) if (when(arrived)) go();
  });
  return {
    heard,
    say: (message: ToWorker): void => receive(structuredClone(message)),
    start: (run: number, what: Experiment, paused = false): void =>
      receive({ kind: 'start', run, experiment: what, paused, backend: 'wasm' }),
    until: (when: (message: FromWorker) => boolean): Promise<void> =>
      new Promise((go) => {
        waiting.push({ when, go });
        if (heard.some(when)) go();
      }),
    results: (run: number): readonly Result[] =>
      heard.flatMap((message) =>
        message.kind === 'result' && message.run === run ? [message.result] : [],
      ),
  };
}

/** Tells the messages that bring a kind of result, of a step if one is named. */
export const isResult =
  (run: number, kind: Result['kind'], step?: number) =>
  (message: FromWorker): boolean =>
    message.kind === 'result' &&
    message.run === run &&
    message.result.kind === kind &&
    (step === undefined || ('step' in message.result && message.result.step === step));

/** Tells the message that says that a run waits. */
export const isPaused = (run: number) => (message: FromWorker) =>
  message.kind === 'paused' && message.run === run && message.paused;

/** Several turns of the event loop: time for anything unwanted to show itself. */
export const aWhile = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 150));
