import type { Param, Settings } from '../../nn/Settings.ts';
import { canonical, choosesAlike, completed } from '../../spec/canonical.ts';
import { repaired } from '../../spec/checks.ts';
import { defaultExperiment, defaultsOf } from '../../spec/defaults.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import { armParams, sharedParams } from '../../spec/params.ts';
import { textOf } from '../../spec/read.ts';
import { pairsOf } from './pairsOf.ts';
import { armOfKey, readArmCount } from './readArmCount.ts';
import { readSettings } from './readSettings.ts';
import { readVersion } from './readVersion.ts';
import { strayKey } from './strayKey.ts';
import { armPrefix } from './toLink.ts';

/** What a link means, and what in it could not be used, one sentence each. */
export interface LinkReading {
  readonly experiment: Experiment;
  readonly problems: readonly string[];
}

/**
 * Reads a link, with or without '#'. Never throws: the experiment is always valid, and each problem says what was found
 * and what is used instead. Where there is nothing to read the experiment is the default one.
 */
export function fromLink(link: string): LinkReading {
  const { pairs, problems } = pairsOf(link);
  if (pairs.size === 0) return { experiment: defaultExperiment, problems: shortlist(problems) };

  const { version, problems: ofVersion } = readVersion(pairs.get('v'));
  const { count, problems: ofCount } = readArmCount(pairs);
  const defaults = defaultsOf(version);
  const instead = (param: Param, chosen: Settings): string => textOf(defaults(param, chosen));

  const shared = readSettings(sharedParams, {
    pairs,
    prefix: '',
    base: completed(sharedParams, {}, defaults),
    instead,
  });
  const first = readSettings(armParams, {
    pairs,
    prefix: '',
    base: completed(armParams, {}, defaults),
    instead,
  });
  const firstValues = completed(armParams, first.own, defaults);
  const later = Array.from({ length: count - 1 }, (_, place) =>
    readSettings(armParams, {
      pairs,
      prefix: armPrefix(place + 1),
      base: firstValues,
      instead: (param, chosen) =>
        choosesAlike(param.key, firstValues, chosen) ? 'A’s value' : instead(param, chosen),
    }),
  );

  const arms = [first, ...later];
  const taken = new Set(['v', 'arms', ...[shared, ...arms].flatMap((read) => read.taken)]);
  const sharedValues = completed(sharedParams, shared.own, defaults);
  const strays = [...pairs.keys()]
    .filter((key) => !taken.has(key))
    .map((key) => {
      const index = armOfKey(key);
      return strayKey(key, armPrefix(index), {
        ...sharedValues,
        ...firstValues,
        ...arms[index]?.own,
      });
    });

  const read = canonical({ shared: shared.own, arms: arms.map(({ own }) => own) }, defaults);
  const checked = repaired(read);
  return {
    experiment: checked.experiment,
    problems: shortlist([
      ...ofVersion,
      ...problems,
      ...ofCount,
      ...[shared, ...arms].flatMap((settings) => settings.problems),
      ...strays,
      ...checked.problems,
    ]),
  };
}

const mostProblems = 12;

/** Each problem once, and the first of them only: a link that is all problems is not worth a longer list. */
function shortlist(problems: readonly string[]): readonly string[] {
  const different = [...new Set(problems)];
  const more = different.length - mostProblems + 1;
  return more <= 1
    ? different
    : [...different.slice(0, -more), `And ${more} further problems of this kind.`];
}
