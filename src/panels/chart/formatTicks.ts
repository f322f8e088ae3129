import { superscript } from './digits.ts';

/**
 * Tick labels that match each other: plain decimals with as many places as the ticks need, or powers of ten where
 * decimals would be long.
 */
export function formatTicks(ticks: readonly number[]): readonly string[] {
  const format = isPlain(ticks) ? decimal : power;
  return ticks.map((tick) => format(tick));
}

/** Whether ticks are short enough as plain decimals. */
export const isPlain = (ticks: readonly number[]): boolean =>
  ticks.every((tick) => tick === 0 || (Math.abs(tick) >= 0.0009 && Math.abs(tick) < 100_000));

/** Shares as tick labels in percent. */
export const percentTicks = (ticks: readonly number[]): readonly string[] =>
  ticks.map((tick) => `${decimal(100 * tick)} %`);

/** Decimal logarithms as tick labels of the numbers themselves: −2, 0, 1 give "0.01", "1", "10". */
export const powersOfTen = (ticks: readonly number[]): readonly string[] =>
  formatTicks(ticks.map((tick) => 10 ** tick));

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
