import type { FromWorker, ToWorker } from '../../spec/protocol.ts';
import type { CreateWorker, EngineWorker } from '../wire/EngineWorker.ts';

/** The far end of a real channel, at which the test itself speaks the worker's part of the protocol. */
export interface FarEnd {
  readonly received: ToWorker[];
  readonly say: (message: FromWorker) => void;
  readonly break: (message: string) => void;
  readonly ended: () => boolean;
}

/** Makes workers whose far ends are in the hands of a test, in the order in which they were made. */
export function channels(): { readonly create: CreateWorker; readonly far: FarEnd[] } {
  const far: FarEnd[] = [];
  const create = (): EngineWorker => {
    const { port1, port2 } = new MessageChannel();
    let ended = false;
    const received: ToWorker[] = [];
    port2.onmessage = ({ data }: MessageEvent<ToWorker>) => received.push(data);
    const worker: EngineWorker = {
      set onmessage(listener: EngineWorker['onmessage']) {
        port1.onmessage = listener;
      },
      onerror: null,
      postMessage: (message) => port1.postMessage(message),
      terminate: () => {
        ended = true;
        port1.close();
      },
    };
    far.push({
      received,
      say: (message) => port2.postMessage(message),
      break: (message) => worker.onerror?.({ message } as ErrorEvent),
      ended: () => ended,
    });
    return worker;
  };
  return { create, far };
}

/** Lets what was posted arrive: channels deliver in macrotasks, so a few others pass through one of its own. */
export async function arrive(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => {
      port2.onmessage = resolve;
      port1.postMessage(i);
    });
  }
  port1.close();
}

/** Lets `ms` of a clock that the test holds pass, and what was posted before and after arrive. */
export async function pass(ms: number, advance: (ms: number) => void): Promise<void> {
  await arrive();
  advance(ms);
  await arrive();
}
