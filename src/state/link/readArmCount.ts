import type { NumberParam } from '../../nn/Settings.ts';
import { armLabels } from '../../spec/Experiment.ts';
import { readText } from '../../spec/read.ts';
import { shortened } from './pairsOf.ts';
import { armPrefix } from './toLink.ts';

/** How many arms a link has, and what was odd about it, in sentences. */
export interface ArmCount {
  readonly count: number;
  readonly problems: readonly string[];
}

/** Reads `arms`; where it is missing, wrong or too small, the arms that the link's keys name count. */
export function readArmCount(pairs: ReadonlyMap<string, string>): ArmCount {
  const keys = [...pairs.keys()];
  const last = armLabels.findLastIndex((_, i) => keys.some((key) => namesArm(key, i)));
  const named = Math.max(last, 0) + 1;
  const example = shortened(keys.find((key) => namesArm(key, last)) ?? '');
  const text = pairs.get('arms');
  if (text === undefined) {
    const problem = `arms is missing, but ${example} is set; arms=${named} is used.`;
    return { count: named, problems: named > 1 ? [problem] : [] };
  }
  const reading = readText(arms, text);
  if (!reading.valid) {
    return {
      count: named,
      problems: [`arms=${shortened(text)} is ${reading.why}; ${named} is used instead.`],
    };
  }
  const count = Number(reading.value);
  return count >= named
    ? { count, problems: [] }
    : {
        count: named,
        problems: [
          `arms=${count} is too few, because ${example} is set; ${named} is used instead.`,
        ],
      };
}

/** The later arm that a key is of, by its prefix; 0 for a key without one. */
export const armOfKey = (key: string): number =>
  Math.max(
    armLabels.findIndex((_, i) => namesArm(key, i)),
    0,
  );

const namesArm = (key: string, index: number): boolean =>
  index > 0 && key.startsWith(armPrefix(index));

const arms: NumberParam = {
  kind: 'number',
  key: 'arms',
  label: 'Networks compared',
  default: 1,
  min: 1,
  max: armLabels.length,
  integer: true,
  explain: 'How many networks are compared.',
};
