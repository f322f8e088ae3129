import { describe, expect, it } from 'vitest';
import type { NumberParam } from '../../nn/Settings.ts';
import { defaultExperiment } from '../../spec/defaults.ts';
import { armParams, sharedParams } from '../../spec/params.ts';
import { nearestStop, sliderStops } from './sliderStops.ts';

const param = (change: Partial<NumberParam>): NumberParam => ({
  kind: 'number',
  key: 'x',
  label: 'X',
  default: 1,
  min: 0,
  max: 100,
  explain: '',
  ...change,
});

const numbers = [...sharedParams(defaultExperiment.shared), ...armParams(defaultExperiment.arms[0])]
  .filter((candidate) => candidate.kind === 'number')
  .map((candidate) => [candidate.key, candidate] as const);

describe('the stops of a slider', () => {
  it.each(numbers)('of %s ascend from end to end and can all be set', (_, number) => {
    const stops = sliderStops(number);
    const [min, max] = number.slider ?? [number.min, number.max];

    expect(stops[0]).toBe(min);
    expect(stops.at(-1)).toBe(max);
    expect(stops.length).toBeGreaterThanOrEqual(10);
    expect(stops.length).toBeLessThan(220);
    stops.forEach((stop, place) => {
      expect(stop).toBeGreaterThan(stops[place - 1] ?? -Infinity);
      if (number.integer === true) expect(stop).toBe(Math.round(stop));
    });
  });

  it('are round numbers', () => {
    expect(sliderStops(param({ slider: [0.5, 4] }))).toContain(1.05);
    expect(sliderStops(param({ slider: [0.01, 1.5] }))).toContain(0.6);
    expect(sliderStops(param({ slider: [0, 2000], max: 1e5, integer: true }))).toContain(240);
  });

  it('double every four steps on a logarithmic scale', () => {
    const stops = sliderStops(param({ scale: 'log', integer: true, slider: [8, 1024] }));

    expect(stops.slice(0, 6)).toEqual([8, 10, 12, 14, 16, 20]);
    expect(stops).toContain(192);
  });

  it('never repeat where whole numbers are few', () => {
    expect(sliderStops(param({ scale: 'log', integer: true, min: 1, max: 4 }))).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

describe('the nearest stop', () => {
  it('is the last one for a value beyond the slider', () => {
    expect(nearestStop([1, 2, 4], 9)).toBe(2);
    expect(nearestStop([1, 2, 4], -9)).toBe(0);
    expect(nearestStop([1, 2, 4], 2.9)).toBe(1);
  });
});
