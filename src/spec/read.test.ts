import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ChoiceParam, NumberParam, SwitchParam, TextParam } from '../nn/Settings.ts';
import { readText, readValue, textOf } from './read.ts';

const common = { label: 'Setting', explain: 'For a test.' };
const width: NumberParam = {
  ...common,
  kind: 'number',
  key: 'width',
  default: 8,
  min: 1,
  max: 1024,
  integer: true,
};
const rate: NumberParam = {
  ...common,
  kind: 'number',
  key: 'rate',
  default: 0,
  min: -1e6,
  max: 1e6,
};
const digits: ChoiceParam = {
  ...common,
  kind: 'choice',
  key: 'digits',
  default: '3,8',
  options: ['all', '3,8', '0,1'].map((value) => ({ value, label: value })),
};
const bias: SwitchParam = { ...common, kind: 'switch', key: 'bias', default: true };

describe('a number in a link', () => {
  it.each([
    ['256', 256],
    [' 256 ', 256],
    ['+3', 3],
    ['2.56e2', 256],
    ['1e+2', 100],
    ['4.', 4],
  ])('is read from %j', (text, value) => {
    expect(readText(width, text)).toEqual({ valid: true, value });
  });

  it.each([
    ['.5', 0.5],
    ['-1E-7', -1e-7],
    ['0.00002', 2e-5],
  ])('is read from %j, fractions included', (text, value) => {
    expect(readText(rate, text)).toEqual({ valid: true, value });
  });

  it('has no negative zero', () => {
    expect(readText(rate, '-0')).toEqual({ valid: true, value: 0 });
  });

  it.each([
    ['', 'not a number'],
    ['abc', 'not a number'],
    ['0x10', 'not a number'],
    ['1_000', 'not a number'],
    ['12px', 'not a number'],
    ['NaN', 'not a number'],
    ['Infinity', 'not a number'],
    ['1,5', 'not a number'],
    ['1e999', 'too large for a number'],
    ['2.5', 'not a whole number'],
    ['0', 'below 1, the least it may be'],
    ['1025', 'above 1024, the most it may be'],
  ])('is refused as %j, in words', (text, why) => {
    expect(readText(width, text)).toEqual({ valid: false, why });
  });
});

describe('a choice in a link', () => {
  it('is read as it stands', () => {
    expect(readText(digits, '0,1')).toEqual({ valid: true, value: '0,1' });
  });

  it('is refused with what is known', () => {
    expect(readText(digits, '1,0')).toEqual({ valid: false, why: 'not among all | 3,8 | 0,1' });
  });

  it('is refused with their number where there are many', () => {
    const options = Array.from({ length: 46 }, (_, i) => ({ value: `c${i}`, label: '' }));

    expect(readText({ ...digits, options }, 'x')).toEqual({
      valid: false,
      why: 'not among the 46 known values (c0 | c1 | c2 | …)',
    });
  });
});

describe('a switch in a link', () => {
  it.each([
    ['on', true],
    ['true', true],
    ['1', true],
    ['OFF', false],
    ['false', false],
    ['0', false],
  ])('is read from %j', (text, value) => {
    expect(readText(bias, text)).toEqual({ valid: true, value });
  });

  it.each(['', 'maybe', '2'])('is refused as %j', (text) => {
    expect(readText(bias, text)).toEqual({ valid: false, why: 'neither on nor off' });
  });
});

const formula: TextParam = {
  ...common,
  kind: 'text',
  key: 'expr',
  default: 'normal()',
  maxLength: 12,
};

describe('a text in a link', () => {
  it('is kept as it stands, but for white space', () => {
    expect(readText(formula, ' a +\n\t b ')).toEqual({ valid: true, value: 'a + b' });
    expect(readText(formula, 'Größe ☃ 𝑥')).toEqual({ valid: true, value: 'Größe ☃ 𝑥' });
  });

  it('is refused if there is nothing of it, or too much', () => {
    expect(readText(formula, ' \u200a ')).toEqual({ valid: false, why: 'empty' });
    expect(readText(formula, 'x'.repeat(13))).toEqual({
      valid: false,
      why: 'longer than 12 characters',
    });
    expect(readValue(formula, 3)).toEqual({ valid: false, why: 'not a text' });
  });

  it('once read is the same when read again, and can be written into a link', () => {
    const any = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });

    fc.assert(
      fc.property(any, (codes) => {
        const reading = readText(formula, String.fromCharCode(...codes));
        fc.pre(reading.valid);

        expect(readText(formula, String(reading.value))).toEqual(reading);
        expect(decodeURIComponent(encodeURIComponent(textOf(reading.value)))).toBe(reading.value);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a value from a control', () => {
  it.each([
    [width, 8],
    [digits, 'all'],
    [bias, false],
  ])('is taken', (param, value) => {
    expect(readValue(param, value)).toEqual({ valid: true, value });
  });

  it.each([
    [width, '8', 'not a number'],
    [width, NaN, 'not a number'],
    [width, Infinity, 'too large for a number'],
    [digits, 3, 'not among all | 3,8 | 0,1'],
    [bias, 'on', 'neither on nor off'],
  ])('is refused', (param, value, why) => {
    expect(readValue(param, value)).toEqual({ valid: false, why });
  });
});

describe('the text of a value', () => {
  it.each([
    [2e-5, '0.00002'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e-8, '1e-8'],
    [true, 'on'],
    [false, 'off'],
    ['3,8', '3,8'],
  ])('of %j is %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});
