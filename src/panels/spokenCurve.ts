import { formatNumber } from './chart/formatNumber.ts';
import type { Series } from './chart/Series.ts';

/** A curve's first and last value in words, for people who hear the picture: "A Gaussian: 0.5 at first, 0.01 at step 240". */
export function spokenCurve(
  { name, failure }: { readonly name: string; readonly failure: string | undefined },
  series: Series,
  further = '',
): string {
  const who = name === '' ? 'The network' : name;
  const last = series.mean.at(-1);
  if (last === undefined) return `${who}: ${failure ?? 'nothing yet'}`;
  const facts = [
    `${formatNumber(series.mean[0] ?? NaN)} at first`,
    `${formatNumber(last)} at step ${series.x.at(-1) ?? 0}`,
    further,
    failure ?? '',
  ];
  return `${who}: ${facts.filter((fact) => fact !== '').join(', ')}`;
}
