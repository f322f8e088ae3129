import { armLabels } from '../../spec/Experiment.ts';
import type { Scale } from './Scale.ts';
import type { StepMark } from './StepMarks.tsx';

/**
 * Marks without those of measurements that would touch their neighbours: of each arm's only every second, third, … so that they
 * stand at least `distance` pixels apart across, the first and the last among them. Marks with a meaning of their own all stay.
 */
export function thinnedMarks(
  marks: readonly StepMark[],
  x: Scale,
  distance: number,
): readonly StepMark[] {
  const kept = new Set(
    armLabels.flatMap((arm) => {
      const own = marks.filter((mark) => mark.arm === arm && mark.kind === 'measured');
      const every = everyOf(own, x, distance);
      return own.filter((_, place) => isKept(place, own.length - 1, every));
    }),
  );
  return marks.filter((mark) => mark.kind !== 'measured' || kept.has(mark));
}

/** Each how-manieth has room. */
function everyOf(own: readonly StepMark[], x: Scale, distance: number): number {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || last.step <= first.step) return 1;
  const gap = (x.at(last.step) - x.at(first.step)) / (own.length - 1);
  return Math.max(1, Math.ceil(distance / gap));
}

/** The last one pushes out the one that it would touch, but for the first. */
const isKept = (place: number, last: number, every: number): boolean =>
  place === 0 || place === last || (place % every === 0 && last - place >= every);
