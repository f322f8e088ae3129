import type { Interval } from '../chart/Interval.ts';

/**
 * Between which values the singular values of a large fanIn×fanOut matrix of independent entries of this variance lie, whatever
 * else their distribution is: √v·|√fanIn ± √fanOut| (Marchenko & Pastur, 1967).
 */
export const marchenkoPastur = (variance: number, fanIn: number, fanOut: number): Interval => [
  Math.sqrt(variance) * Math.abs(Math.sqrt(fanIn) - Math.sqrt(fanOut)),
  Math.sqrt(variance) * (Math.sqrt(fanIn) + Math.sqrt(fanOut)),
];
