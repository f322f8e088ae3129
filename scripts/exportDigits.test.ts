import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import credit from '../public/digits.json' with { type: 'json' };

describe('the bundled digits', () => {
  const bytes = readFileSync(new URL('../public/digits.bin', import.meta.url));

  it('are the bytes that their credit describes', () => {
    expect(bytes.length).toBe(credit.images * (credit.width * credit.height + 1));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(credit.sha256);
  });

  it('have pixels from 0 to 16 and the class counts of the UCI test part', () => {
    const pixels = bytes.subarray(0, credit.images * credit.width * credit.height);
    const labels = [...bytes.subarray(pixels.length)];

    expect(Math.max(...pixels)).toBe(credit.maximum);
    expect(credit.classCounts.map((_, digit) => labels.filter((l) => l === digit).length)).toEqual([
      178, 182, 177, 183, 181, 182, 181, 179, 174, 180,
    ]);
  });
});
