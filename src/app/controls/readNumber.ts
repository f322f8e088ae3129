import type { NumberParam } from '../../nn/Settings.ts';

/** What a person typed for a parameter: its value, or why it cannot be used, as the start of a sentence. */
export type NumberEntry =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string };

/** Reads typed text: a decimal point or comma, a true minus sign and 2e-5 are understood. Never throws. */
export function readNumber(text: string, { label, min, max, integer }: NumberParam): NumberEntry {
  const plain = text.trim().replace(/[−–]/g, '-').replace(',', '.');
  const value = plain === '' ? NaN : Number(plain);
  if (!Number.isFinite(value)) {
    return refused(plain === '' ? `${label} needs a number` : `“${text.trim()}” is not a number`);
  }
  if (value < min || value > max) {
    return refused(
      `${label} goes from ${shownNumber(min)} to ${shownNumber(max)}, not ${shownNumber(value)}`,
    );
  }
  if (integer === true && !Number.isInteger(value)) {
    return refused(`${label} is a whole number, not ${shownNumber(value)}`);
  }
  return { ok: true, value };
}

/** A value as a person would type it: the shortest text that gives it back, 2e−5 rather than 0.00002. */
export function shownNumber(value: number): string {
  const small = value !== 0 && Math.abs(value) < 0.001;
  return (small ? value.toExponential() : String(value)).replaceAll('-', '−');
}

/** The same to be looked at: with at most seven figures, and four of what no one can have typed, such as √3. */
export const briefNumber = (value: number): string =>
  shownNumber(Number(value.toPrecision(String(value).length > mostTyped ? 4 : 7)));

const mostTyped = 12;

const refused = (reason: string): NumberEntry => ({ ok: false, reason });
