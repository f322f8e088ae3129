import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from '../chart/armStyle.ts';

/** An arm's colour, the paler the later of `count` places. */
export const shadeOf = (arm: ArmLabel, place: number, count: number): string =>
  `color-mix(in oklab, ${armStyles[arm].colour} ${Math.round(100 - (55 * place) / Math.max(1, count - 1))}%, var(--panel))`;
