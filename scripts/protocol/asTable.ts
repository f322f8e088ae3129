import type { SlopeRow } from './slopes.ts';

/**
 * Slopes and means as lines of text; of the kernel also ‖ΔΘ‖/‖Θ‖ times the width, which is the same at every width where the kernel
 * moves as 1/width, and its largest value over its smallest.
 */
export function asTable(rows: readonly SlopeRow[]): string {
  const widths = [...(rows[0]?.means.keys() ?? [])];
  const head = ['start', 'change of', 'slope', ...widths.map(String)];
  const lines = rows.flatMap(({ start, name, means, fit }) => {
    const slope = `${fit.slope.toFixed(2)} ± ${fit.slopeError.toFixed(2)}`;
    const line = [start, name, slope, ...widths.map((width) => short(means.get(width)))];
    if (name.startsWith('W')) return [line];
    const collapsed = widths.map((width) => (means.get(width) ?? NaN) * width);
    const spread = Math.max(...collapsed) / Math.min(...collapsed);
    return [
      line,
      [
        start,
        '… × width',
        `max/min ${spread.toFixed(2)}`,
        ...collapsed.map((value) => short(value)),
      ],
    ];
  });
  const table = [head, ...lines];
  const sizes = head.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(sizes[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const short = (value = NaN): string => value.toPrecision(3);
