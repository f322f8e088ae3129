import { startBackend } from '../../src/engine/backend/startBackend.ts';
import { browserEnvironment } from '../../src/worker/browserEnvironment.ts';
import { measure } from './measure.ts';
import type { Answer, Question } from './messages.ts';

// The very surroundings that the page's own worker has, a second thread for spectra included.
const environment = browserEnvironment();

async function answer(question: Question): Promise<Answer> {
  try {
    switch (question.kind) {
      case 'start': {
        const report = await startBackend(environment, question.backend);
        return { kind: 'started', report };
      }
      case 'measure':
        return { kind: 'measured', ms: await measure(question.task, question.repeat, environment) };
    }
  } catch (error) {
    return { kind: 'failed', sentence: error instanceof Error ? error.message : String(error) };
  }
}

self.onmessage = ({ data }: MessageEvent<Question>) => {
  void answer(data).then((reply) => self.postMessage(reply));
};
