import type { FromWorker, ToWorker } from '../spec/protocol.ts';
import { browserEnvironment } from './browserEnvironment.ts';
import { conversation } from './conversation.ts';
import { transferables } from './transferables.ts';

const receive = conversation(browserEnvironment(), (message: FromWorker) => {
  postMessage(message, { transfer: transferables(message) });
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  receive(data);
});
