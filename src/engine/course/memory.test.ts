import { describe, expect, it } from 'vitest';
import { memoryNeed } from '../memoryNeed.ts';
import { armOf } from '../testing/networkOfArm.ts';

const size = { nTest: 16, inputs: 64, outputs: 1, form: 'mean' } as const;
const resident = (width: number, n: number): number =>
  memoryNeed(armOf({ 'net.width': width, 'net.depth': 3 }), { n, ...size }).resident;

/** Numbers in W and b of all four maps. */
const weights = (width: number): number => 65 * width + 2 * (width + 1) * width + width + 1;

describe('the memory of a network', () => {
  it('holds the weights that it started from, while they are few, and its parts of the kernel', () => {
    const [width, n] = [100, 32];
    const kept = 64 * width + 2 * width ** 2 + width;

    expect(resident(width, n)).toBe(4 * (2 * weights(width) + kept + 4 * n * n));
  });

  it('holds neither where they are many', () => {
    const width = 2000;

    expect(resident(width, 2000)).toBe(4 * 2 * weights(width));
  });
});
