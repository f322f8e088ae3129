import type { Results } from '../spec/Results.ts';

/** Whether a run is under way and not held back, so that the next press of its button means pause. */
export const isMoving = (status: Results['status'], paused: boolean): boolean =>
  !paused && (status === 'starting' || status === 'running');
