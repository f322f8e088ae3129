import { readPoints } from '../nn/dataPoints.ts';
import type { Settings } from '../nn/Settings.ts';

/** How many training samples shared settings (complete, keyed as in a link) ask for; 0 where points cannot be read. */
export function sampleCountOf(shared: Settings): number {
  const n = shared['data.n'];
  if (typeof n === 'number') return n;
  const reading = readPoints(String(shared['data.samples'] ?? ''));
  return reading.ok ? reading.points.length : 0;
}
