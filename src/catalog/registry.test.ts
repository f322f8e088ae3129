import { describe, expect, it } from 'vitest';
import type { Entry } from '../nn/Settings.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { datasets } from './datasets/index.ts';
import { initializers } from './initializers/index.ts';
import { optimizers } from './optimizers/index.ts';
import { registry } from './registry.ts';

const entry = (id: string): Entry => ({ id, label: id, explain: 'A test.', params: [] });

describe('a registry', () => {
  it('keeps the order and finds by id', () => {
    const both = registry('test', [entry('b'), entry('a')]);

    expect(both.list.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(both.get('a').label).toBe('a');
  });

  it('says what it knows when asked for something else', () => {
    expect(() => registry('test', [entry('a'), entry('b')]).get('c')).toThrow(
      'no test named c; known: a, b',
    );
  });

  it('takes no id twice', () => {
    expect(() => registry('test', [entry('a'), entry('a')])).toThrow('share an id');
  });
});

const families: readonly (readonly [string, readonly Entry[]])[] = [
  ['activations', activations.list],
  ['architectures', architectures.list],
  ['datasets', datasets.list],
  ['initializers', initializers.list],
  ['optimizers', optimizers.list],
];

describe.each(families)('%s', (_family, list) => {
  it.each(list)(
    '$id is described in words and its parameters hold their own defaults',
    (member) => {
      expect(member.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(member.label).not.toBe('');
      expect(member.explain).toMatch(/\.$/);
      const keys = member.params.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);

      for (const param of member.params) {
        expect(param.explain).toMatch(/\.$/);
        if (param.kind === 'choice') {
          expect(param.options.map(({ value }) => value)).toContain(param.default);
        }
        if (param.kind === 'number') {
          const [from, to] = param.slider ?? [param.min, param.max];
          const ascending = [param.min, from, param.default, to, param.max];
          expect(ascending.toSorted((a, b) => a - b)).toEqual(ascending);
          if (param.scale === 'log') expect(param.min).toBeGreaterThan(0);
          if (param.integer) expect(ascending.every(Number.isInteger)).toBe(true);
        }
      }
    },
  );
});
