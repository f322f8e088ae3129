import type { Settings, Value } from '../../nn/Settings.ts';
import { inheritsFrom } from '../../spec/canonical.ts';
import { defaultsOf } from '../../spec/defaultsOf.ts';
import { armLabels, type Experiment } from '../../spec/Experiment.ts';
import { armParams, sharedParams } from '../../spec/params.ts';
import { textOf } from '../../spec/read.ts';

type Pair = readonly [key: string, value: Value];

/**
 * The link of a canonical experiment, without '#': the version, what all arms share, the first arm, then the number
 * of arms and what later ones set themselves (`b.init=orthogonal`). What is the version's default is left out.
 */
export function toLink({ version, shared, arms }: Experiment): string {
  const [first, ...later] = arms;
  const defaults = defaultsOf(version);
  const changed = (params: ReturnType<typeof armParams>, settings: Settings): readonly Pair[] =>
    params.flatMap((param) => {
      const value = settings[param.key];
      return value === undefined || value === defaults(param, settings)
        ? []
        : [[param.key, value] as const];
    });

  const ownOf = (own: Settings): readonly Pair[] => {
    const merged = { ...first, ...own };
    return armParams(merged).flatMap((param) => {
      const value = own[param.key];
      const implied = !inheritsFrom(first, own, param.key) && value === defaults(param, merged);
      return value === undefined || implied ? [] : [[param.key, value] as const];
    });
  };

  const pairs: readonly Pair[] = [
    ['v', version],
    ...changed(sharedParams(shared), shared),
    ...changed(armParams(first), first),
    ...(later.length > 0 ? [['arms', arms.length] as const] : []),
    ...later.flatMap((own, place) =>
      ownOf(own).map(([key, value]): Pair => [armPrefix(place + 1) + key, value]),
    ),
  ];
  return pairs.map(([key, value]) => `${escaped(key)}=${escaped(textOf(value))}`).join('&');
}

/** What a later arm's keys begin with: `b.` for arm 1. The first arm's have no prefix. */
export const armPrefix = (index: number): string =>
  index === 0 ? '' : `${(armLabels[index] ?? '').toLowerCase()}.`;

// Commas, colons and slashes are safe in a hash, and 3,8 reads better than 3%2C8.
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
