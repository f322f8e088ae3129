import { describe, expect, it } from 'vitest';
import { families } from '../../spec/families.ts';
import { armParams, sharedParams } from '../../spec/params.ts';
import { armValues, sharedValues } from '../../spec/values.ts';
import frozen from './frozenLinks.json' with { type: 'json' };
import { fromLink } from './fromLink.ts';

const remedy =
  'Add a link that uses these words to frozenLinks.json, and never change one that is there.';

describe('links that were sent with version 1', () => {
  it.each(frozen)('mean what they meant: $link', ({ link, shared, arms }) => {
    const { experiment, problems } = fromLink(link);

    expect(problems).toEqual([]);
    expect(sharedValues(experiment)).toMatchObject(shared);
    expect(experiment.arms.map((_, index) => armValues(experiment, index))).toMatchObject(arms);
  });

  it('cover every setting and every word', () => {
    const used = new Set(
      frozen.flatMap(({ shared, arms }) =>
        [shared, ...arms].flatMap((values) =>
          Object.entries(values).map(([key, value]) => `${key}=${String(value)}`),
        ),
      ),
    );
    const usedKeys = new Set([...used].map((pair) => pair.slice(0, pair.indexOf('='))));
    const params = [...families].flatMap(([choice, { list }]) =>
      list.flatMap(({ id }) => [...sharedParams({ [choice]: id }), ...armParams({ [choice]: id })]),
    );
    const words = params.flatMap((param) =>
      // The pairs of digits are alike.
      param.kind === 'choice' && param.key !== 'data.classes'
        ? param.options.map(({ value }) => `${param.key}=${value}`)
        : [],
    );
    const keys = params.map(({ key }) => key);

    expect(
      words.filter((word) => !used.has(word)),
      remedy,
    ).toEqual([]);
    expect(
      keys.filter((key) => !usedKeys.has(key)),
      remedy,
    ).toEqual([]);
  });
});
