import type { Param, Value } from '../nn/Settings.ts';
import { isIdle } from '../spec/isIdle.ts';
import type { Results } from '../spec/Results.ts';
import { armParams } from '../spec/params.ts';
import { armValues, runValues } from '../spec/values.ts';
import { valueWords } from './armNames.ts';

/**
 * What all arms have in common, of what decides a kernel's size and scale: "width 192, depth 3, NTK scaling". Choices are named
 * where they are not the usual ones.
 */
export function networkWords({ experiment }: Results): string {
  const arms = experiment.arms.map((_, index) => armValues(experiment, index));
  const [first] = arms;
  if (!first) return '';
  return armParams(first)
    .filter(({ key }) => told.test(key))
    .filter(({ key }) => arms.every((values) => values[key] === first[key]) && !isIdle(key, first))
    .filter((param) => isTold(param, first[param.key]))
    .map((param) => valueWords(param, first[param.key] ?? param.default))
    .join(', ');
}

/** The network itself, and what of its weights no name of an arm says where all arms have it. */
const told = /^(net|initFirst|initLast|scaling|mirror)($|\.)/;

const isTold = (param: Param, value: Value | undefined): boolean =>
  (param.kind === 'number' && !param.key.startsWith('init')) ||
  param.key === 'scaling' ||
  value !== param.default;

/**
 * "seed 1", or "mean of 5 networks with their range (seed 1)", or with `band` their 10–90 %; with `one`, for what shows a single
 * one: "network 1 of 5 (seed 1)"; of what only the first `count` have, "mean of the first 8 of 64 networks …".
 */
export function seedWords(
  { experiment }: Results,
  show: 'mean' | 'band' | 'one',
  count = Infinity,
): string {
  const { seed, seeds } = runValues(experiment);
  if (seeds === 1) return `seed ${seed}`;
  if (show === 'one' || count === 1) return `network 1 of ${seeds} (seed ${seed})`;
  const of = count > 1 && count < seeds ? `the first ${count} of ${seeds}` : String(seeds);
  return `mean of ${of} networks with their ${show === 'band' ? '10–90 %' : 'range'} (seed ${seed})`;
}

/** Facts that are not empty, strung together. */
export const joined = (facts: readonly (string | undefined)[]): string =>
  facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
