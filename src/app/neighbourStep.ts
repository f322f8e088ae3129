import type { Results } from '../spec/Results.ts';

/**
 * The nearest step before (−1) or after (1) the one that is looked at, of those whose kernel is known: between them
 * pictures do not change. After the last comes 'last', which follows the run.
 */
export function neighbourStep(
  { arms, step }: Results,
  at: number | 'last',
  direction: -1 | 1,
): number | 'last' {
  const known = arms.flatMap(({ networks: [first] }) => first?.kernels.map((k) => k.step) ?? []);
  const steps = [...new Set(known)].sort((a, b) => a - b);
  const from = at === 'last' ? step : at;
  if (direction < 0) return steps.findLast((candidate) => candidate < from) ?? at;
  const next = steps.find((candidate) => candidate > from);
  return next === undefined || next >= step ? 'last' : next;
}
