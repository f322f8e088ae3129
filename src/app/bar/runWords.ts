import type { Results } from '../../spec/Results.ts';

/** What the run is doing, for those who do not see the pictures move: a few words that change with its state alone. */
export function runWords(status: Results['status'], steps: number): string {
  switch (status) {
    case 'starting':
      return 'Starting';
    case 'running':
      return `Running ${counted(steps)}`;
    case 'paused':
      return 'Paused';
    case 'stopped':
      return 'Stopped';
    case 'done':
      return `Done: ${counted(steps)}`;
    case 'failed':
      return 'Failed';
  }
}

const counted = (steps: number): string => (steps === 1 ? '1 step' : `${steps} steps`);
