import { superscript } from './digits.ts';

/**
 * Tick labels that match each other: plain decimals with as many places as the ticks need, or powers of ten where
 * decimals would be long.
 */
export function formatTicks(ticks: readonly number[]): readonly string[] {
  const sizes = ticks.map(Math.abs).filter((size) => size > 0);
  const plain = sizes.every((size) => size >= 0.0009 && size < 100_000);
  return ticks.map((tick) => (plain ? decimal(tick) : power(tick)));
}

/** Shares as tick labels in percent. */
export const percentTicks = (ticks: readonly number[]): readonly string[] =>
  ticks.map((tick) => `${decimal(100 * tick)} %`);

/** Rounding away 0.30000000000000004; six figures are more than a tick has. */
const decimal = (tick: number): string =>
  signed(String(Math.abs(Number(tick.toPrecision(6)))), tick);

function power(tick: number): string {
  if (tick === 0) return '0';
  const [mantissa = '1', exponent = '0'] = Math.abs(Number(tick.toPrecision(3)))
    .toExponential()
    .split('e');
  if (exponent === '+0') return signed(mantissa, tick);
  const factor = mantissa === '1' ? '' : `${mantissa}×`;
  return signed(`${factor}10${superscript(Number(exponent))}`, tick);
}

const signed = (text: string, value: number): string => (value < 0 ? `−${text}` : text);
