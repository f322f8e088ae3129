import type { Scale } from '../chart/Scale.ts';
import { linearTicks } from '../chart/ticks.ts';

/** Whole numbers of layers; of the stages from the inputs the last one, which is the outputs, too. */
export function layerTicks(
  first: number,
  last: number,
  outputs: boolean,
  most: number,
): readonly number[] {
  const layers = outputs ? last - 1 : last;
  const ticks = linearTicks([first, Math.max(layers, first + 1)], Math.max(3, most)).filter(
    (tick) => Number.isInteger(tick) && tick <= layers,
  );
  if (!outputs) return ticks;
  const apart = (last - first) / (2.5 * most);
  return [...ticks.filter((tick) => tick <= last - apart), last];
}

/** A scale without the numbers that would stand on the name of what the axis counts. */
export function clearOfUnit(scale: Scale, from: number): Scale {
  const places = [...scale.ticks.keys()].filter((k) => scale.at(scale.ticks[k]!) >= from);
  return {
    ...scale,
    ticks: places.map((k) => scale.ticks[k]!),
    words: places.map((k) => scale.words[k]!),
  };
}
