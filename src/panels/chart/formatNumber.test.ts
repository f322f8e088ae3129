import { describe, expect, it } from 'vitest';
import { formatNumber, formatPercent } from './formatNumber.ts';
import { formatTicks, percentTicks } from './formatTicks.ts';

describe('a number for people', () => {
  it.each([
    [0, '0'],
    [0.31149, '0.311'],
    [0.5, '0.500'],
    [-0.5, '−0.500'],
    [9.996, '10.0'],
    [1840.4, '1840'],
    [9999.9, '1.00×10⁴'],
    [21_300, '2.13×10⁴'],
    [0.00123, '0.00123'],
    [0.0009996, '0.00100'],
    [0.000123, '1.23×10⁻⁴'],
    [-5e-324, '−4.94×10⁻³²⁴'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '–'],
  ])('%d is %s', (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  it('has as many significant digits as asked for', () => {
    expect(formatNumber(1349, 2)).toBe('1300');
    expect(formatNumber(7e-5, 1)).toBe('7×10⁻⁵');
  });

  it.each([
    [0.706, '71 %'],
    [0.0032, '0.32 %'],
    [0, '0 %'],
    [NaN, '–'],
  ])('the share %d is %s', (share, words) => {
    expect(formatPercent(share)).toBe(words);
  });
});

describe('tick labels', () => {
  it('are decimals without rounding noise', () => {
    expect(formatTicks([0, 0.1 + 0.2, -0.6])).toEqual(['0', '0.3', '−0.6']);
  });

  it('are powers of ten where decimals would be long', () => {
    expect(formatTicks([1e-4, 1, 3e5])).toEqual(['10⁻⁴', '1', '3×10⁵']);
  });

  it('can be percentages', () => {
    expect(percentTicks([0.25, 1])).toEqual(['25 %', '100 %']);
  });
});
