import type { DataResult } from '../../spec/Result.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { SamplePair } from '../Panel.ts';

/** Two samples by number and, where no picture shows it, class or place: "samples 6 (inner), 41 (outer)". */
export function sampleWords(data: DataResult | undefined, { i, j }: SamplePair): string {
  if (data?.images) return `samples ${i}, ${j}`;
  return `samples ${i}${placeWords(data, i)}, ${j}${placeWords(data, j)}`;
}

function placeWords(data: DataResult | undefined, k: number): string {
  const label = data?.labels?.[k];
  const name = label === undefined ? undefined : data?.classes?.[label];
  if (name !== undefined) return ` (${name})`;
  const position = data?.position?.[k];
  if (position === undefined) return '';
  return data?.order.includes('angle') === true
    ? ` (${Math.round((position * 180) / Math.PI)}°)`
    : ` (${formatNumber(position, 2)})`;
}
