import type { Param, Settings } from '../../nn/Settings.ts';
import { families } from '../../spec/families.ts';
import { readText } from '../../spec/read.ts';
import { shortened } from './pairsOf.ts';

/** Where settings are read from, and what is said of those that cannot be. */
export interface Source {
  readonly pairs: ReadonlyMap<string, string>;
  /** What the keys of this arm begin with: empty, or `b.`. */
  readonly prefix: string;
  /** Settings that hold where the link says nothing; they decide which entries are chosen then. */
  readonly base: Settings;
  /** What is used where a value is wrong: "192", "A's value". */
  readonly instead: (param: Param, chosen: Settings) => string;
}

/** What the link sets itself, each value valid; the link's keys that were looked at; and sentences on wrong values. */
export interface OwnSettings {
  readonly own: Settings;
  readonly taken: readonly string[];
  readonly problems: readonly string[];
}

/** Reads the settings that `paramsOf` asks for, first those that choose a catalog entry, then the others. */
export function readSettings(
  paramsOf: (chosen: Settings) => readonly Param[],
  { pairs, prefix, base, instead }: Source,
): OwnSettings {
  const taken: string[] = [];
  const problems: string[] = [];

  const read = (params: readonly Param[], chosen: Settings): Settings =>
    Object.fromEntries(
      params.flatMap((param) => {
        const key = prefix + param.key;
        const text = pairs.get(key);
        if (text === undefined) return [];
        taken.push(key);
        const reading = readText(param, text);
        if (reading.valid) return [[param.key, reading.value] as const];
        const used = instead(param, chosen);
        problems.push(`${key}=${shortened(text)} is ${reading.why}; ${used} is used instead.`);
        return [];
      }),
    );

  const isFamily = ({ key }: Param): boolean => families.has(key);
  const choices = read(paramsOf(base).filter(isFamily), base);
  const chosen = { ...base, ...choices };
  const others = read(
    paramsOf(chosen).filter((param) => !isFamily(param)),
    chosen,
  );
  return { own: { ...choices, ...others }, taken, problems };
}
