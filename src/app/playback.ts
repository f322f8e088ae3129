import { create } from 'zustand';
import type { Results } from '../spec/Results.ts';
import { lab, setView } from '../state/lab.ts';
import { neighbourStep } from './neighbourStep.ts';

/** How many times as fast as usual the recorded steps are shown. */
export const speeds = [0.5, 1, 2, 4] as const;

/** One of the speeds. */
export type Speed = (typeof speeds)[number];

/** Whether the recorded steps are being shown one after another, and how fast. */
export const usePlayback = create<{ readonly playing: boolean; readonly speed: Speed }>(() => ({
  playing: false,
  speed: 1,
}));

/** Steps with a kernel that are shown in a second at the usual speed. */
const usualPace = 5;

/** How long each step is shown, in ms. */
export const stepTime = (speed: Speed): number => 1000 / (usualPace * speed);

/**
 * Shows the recorded steps from the one that is looked at, or from the start if that is the last; once more, and it stops there. People
 * who want less motion get the next step, and no more.
 */
export function togglePlay(): void {
  if (usePlayback.getState().playing) {
    stopPlaying();
    return;
  }
  const { results, view } = lab.getState();
  if (results.step === 0) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isAtEnd(results, view.step)) setView({ step: 0 });
  else if (still) showNext();
  if (!still) usePlayback.setState({ playing: true });
}

/** Stays at the step that is shown. */
export const stopPlaying = (): void => usePlayback.setState({ playing: false });

/** Shows the next recorded step; after the last one playing ends. */
export function showNext(): void {
  const { results, view } = lab.getState();
  const step = neighbourStep(results, view.step, 1);
  setView({ step });
  if (step === 'last') stopPlaying();
}

const isAtEnd = ({ step }: Results, at: number | 'last'): boolean => at === 'last' || at >= step;
