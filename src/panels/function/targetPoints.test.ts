import { expect, it } from 'vitest';
import { smallRun } from '../testing/smallRun.ts';
import { targetPoints } from './functionSamples.ts';

const targetOf = (shared: Record<string, number>): number =>
  targetPoints(smallRun({ shared: { data: 'circle', ...shared }, step: 0 })).length;

it('draws a target through test samples, unless they are too few to show its waves', () => {
  expect(targetOf({ 'data.test': 24 })).toBe(24);
  expect(targetOf({ 'data.test': 2 })).toBe(0);
  expect(targetOf({ 'data.test': 24, 'data.k': 8 })).toBe(0);
});
