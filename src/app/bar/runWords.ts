import type { Results } from '../../spec/Results.ts';

/** What the run is doing, for those who do not see the pictures move: a few words that change with its state alone. */
export function runWords(status: Results['status'], steps: number): string {
  switch (status) {
    case 'starting':
      return 'Starting';
    case 'running':
      return `Running ${steps} steps`;
    case 'paused':
      return 'Paused';
    case 'stopped':
      return 'Stopped';
    case 'done':
      return `Done: ${steps} steps`;
    case 'failed':
      return 'Failed';
  }
}
