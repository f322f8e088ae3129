import { superscript } from './digits.ts';

/**
 * A number for people, rounded to significant digits: "0.311", "1840", "2.1×10⁴", "−3", "∞", and "–" for what is not a
 * number. Zeros after the point are kept, so that columns line up.
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size === 0) return '0';
  // The exponent after rounding: 9.996 has the form of 10.0.
  const [mantissa = '', power = ''] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  return exponent < -3 || exponent > 3
    ? `${sign}${mantissa}×10${superscript(exponent)}`
    : sign + Number(`${mantissa}e${power}`).toFixed(Math.max(0, digits - 1 - exponent));
}

/** A share as a percentage with about two figures: "0.32 %", "10 %", "140 %". */
export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${formatNumber(100 * share, 2)} %` : '–';
}
