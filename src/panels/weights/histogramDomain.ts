import { extentOf, hull, type Interval } from '../chart/Interval.ts';
import { densityQuantile, type Density } from './scaledHistogram.ts';

/**
 * The entries that the horizontal axis shows: the middle 96 % of every matrix and half as much again, which is nearly all of a
 * Gaussian (±3.1 σ) and leaves it in sight beside heavy tails. `far` shows three times as much, where there are entries.
 */
export function entryDomain(densities: readonly Density[], far: boolean): Interval | undefined {
  const middle = hull(densities.map(middleOf));
  if (!middle) return undefined;
  const [low, high] = middle;
  if (low === high) return [low - 1, high + 1];
  if (!far) return middle;
  const whole =
    hull(densities.map(({ edges, single }) => extentOf(single === undefined ? edges : [single]))) ??
    middle;
  return [Math.max(whole[0], low - (high - low)), Math.min(whole[1], high + (high - low))];
}

function middleOf(density: Density): Interval | undefined {
  const [low, high] = [densityQuantile(density, 0.02), densityQuantile(density, 0.98)];
  const beyond = (high - low) / 4;
  return extentOf([low - beyond, high + beyond]);
}

/** The heights that a picture of densities has to hold; where some are single spikes, those of the others. */
export function heightDomain(densities: readonly Density[]): Interval | undefined {
  const drawn = densities.filter(({ single }) => single === undefined);
  const spread = drawn.filter(({ spike }) => !spike);
  return extentOf(
    (spread.length > 0 ? spread : drawn).flatMap(({ heights }) =>
      heights.filter((height) => height > 0),
    ),
  );
}
