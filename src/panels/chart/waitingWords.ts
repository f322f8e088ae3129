import type { Results } from '../../spec/Results.ts';

/** What to say where nothing is known; `done` for a run that has ended without it. */
export function waitingWords(status: Results['status'], done: string): string {
  switch (status) {
    case 'done':
      return done;
    case 'failed':
      return 'not computed: the run has failed';
    case 'stopped':
      return 'not computed: the run was stopped';
    case 'starting':
    case 'running':
    case 'paused':
      return 'being computed …';
  }
}
