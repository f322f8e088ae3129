import type { Measurement, Report, Transfer } from './Report.ts';

/** A report as a Markdown page with its tables. */
export function asMarkdown({ date, machine, measurements, transfers, notes }: Report): string {
  const { processor, cores, memoryGiB, system, browser } = machine;
  return [
    '# Benchmark',
    '',
    `${date}, ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Chromium ${browser}.`,
    'Medians after a warm-up; the range is from the lower to the upper quartile.',
    '',
    ...(measurements.length > 0 ? [...timeTable(measurements), ''] : []),
    ...(transfers.length > 0 ? [...sizeTable(transfers), ''] : []),
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}

const timeTable = (measurements: readonly Measurement[]): readonly string[] =>
  table(
    ['what', 'on', 'median', 'quartiles', 'least', 'GFLOP/s', 'runs'],
    besideEachOther(measurements).map((measurement) => [
      measurement.name,
      measurement.on,
      `${figure(measurement.median)} ms`,
      `${figure(measurement.lowerQuartile)}–${figure(measurement.upperQuartile)}`,
      figure(measurement.min),
      measurement.gflops === undefined ? '' : figure(measurement.gflops),
      String(measurement.repetitions),
    ]),
  );

/** What was measured on several machines, one below the other. */
const besideEachOther = (measurements: readonly Measurement[]): readonly Measurement[] =>
  [...new Set(measurements.map(({ name }) => name))].flatMap((name) =>
    measurements.filter((measurement) => measurement.name === name),
  );

const sizeTable = (transfers: readonly Transfer[]): readonly string[] =>
  table(
    ['what', 'files', 'kB', 'kB with gzip'],
    transfers.map(({ name, files, bytes, gzip }) => [
      name,
      String(files),
      figure(bytes / 1000),
      figure(gzip / 1000),
    ]),
  );

const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, place) => (place === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)];
};

/** Three figures, or whole numbers beyond. */
const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
