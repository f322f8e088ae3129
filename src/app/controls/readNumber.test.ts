import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberParam } from '../../nn/Settings.ts';
import { readNumber, shownNumber } from './readNumber.ts';

const width: NumberParam = {
  kind: 'number',
  key: 'net.width',
  label: 'Width',
  default: 192,
  min: -4096,
  max: 4096,
  explain: '',
};

describe('a typed number', () => {
  it.each([
    ['192', 192],
    [' 0.5 ', 0.5],
    ['0,5', 0.5],
    ['2e-5', 2e-5],
    ['2e−5', 2e-5],
    ['−3', -3],
    ['+3', 3],
  ])('%j is read', (text, value) => {
    expect(readNumber(text, width)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'Width needs a number'],
    ['wide', '“wide” is not a number'],
    ['1,000.5', '“1,000.5” is not a number'],
    ['Infinity', '“Infinity” is not a number'],
    ['9000', 'Width goes from −4096 to 4096, not 9000'],
  ])('%j is refused in words', (text, reason) => {
    expect(readNumber(text, width)).toEqual({ ok: false, reason });
  });

  it('must be whole where the parameter is', () => {
    expect(readNumber('1.5', { ...width, integer: true })).toEqual({
      ok: false,
      reason: 'Width is a whole number, not 1.5',
    });
  });

  it('comes back as it is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: -4096, max: 4096, noNaN: true }), (value) => {
        const entry = readNumber(shownNumber(value), width);

        expect(entry.ok && entry.value).toBe(value + 0);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const entry = readNumber(text, width);

        expect(entry.ok ? Number.isFinite(entry.value) : entry.reason.length > 0).toBe(true);
      }),
    );
  });
});
