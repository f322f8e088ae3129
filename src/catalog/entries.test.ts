import { describe, expect, it } from 'vitest';
import { entries } from './entries.ts';

/** What is not a function, as JSON has it. */
const data = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** What a page reads of an entry. */
const read = entries.init.concat(entries.data, entries.net, entries.act).map((entry) => ({
  id: entry.id,
  label: entry.label,
  explain: entry.explain,
  params: entry.params,
}));

describe('the catalog as data', () => {
  it('has all that the page reads, after it has been JSON', () => {
    expect(data(read)).toEqual(read);
  });

  it('has no functions and no numbers beyond JSON among settings', () => {
    const parts = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(parts) : [value];

    const odd = parts(read).filter(
      (part) =>
        !['string', 'boolean'].includes(typeof part) &&
        !(typeof part === 'number' && Number.isFinite(part)),
    );
    expect(odd).toEqual([]);
  });

  it('puts every initializer under the name of its kin', () => {
    expect(entries.init.filter(({ group }) => group === undefined)).toEqual([]);
  });
});
