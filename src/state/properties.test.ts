import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Param, Settings, TextParam, Value } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { repaired } from '../spec/checks.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { families } from '../spec/families.ts';
import { armParams, sharedParams } from '../spec/params.ts';
import { readValue } from '../spec/read.ts';
import { resolveArms, resolveShared } from '../spec/resolve.ts';
import { armValues } from '../spec/values.ts';
import { addArm, removeArm, withArm, withoutOwn, withShared } from './editing.ts';
import { fromLink } from './link/fromLink.ts';
import { toLink } from './link/toLink.ts';

/** Thousands of cases each, on a machine that may be busy. */
const slow = 60_000;

type ParamsOf = (chosen: Settings) => readonly Param[];

function values(param: Param): fc.Arbitrary<Value> {
  switch (param.kind) {
    case 'number': {
      const { min, max, integer = false } = param;
      const any = integer
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
      return fc.oneof(any, fc.constantFrom(min, max, param.default));
    }
    case 'choice':
      return fc.constantFrom(...param.options.map(({ value }) => value));
    case 'switch':
      return fc.boolean();
    case 'text':
      return texts(param);
  }
}

/** Any text that a link can hold, as it is kept. */
const texts = (param: TextParam): fc.Arbitrary<Value> =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: param.maxLength }),
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.constant(param.default),
    )
    .map((text) => readValue(param, text))
    .map((reading) => (reading.valid ? reading.value : param.default));

const some = (params: readonly Param[]): fc.Arbitrary<Settings> =>
  fc
    .tuple(...params.map((param) => fc.option(values(param).map((value) => [param.key, value]))))
    .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)) as Settings);

/** Some of the settings that a link may hold where `base` holds otherwise. */
const settings = (paramsOf: ParamsOf, base: Settings): fc.Arbitrary<Settings> =>
  some(paramsOf(base).filter(({ key }) => families.has(key))).chain((choices) =>
    some(paramsOf({ ...base, ...choices }).filter(({ key }) => !families.has(key))).map((rest) => ({
      ...choices,
      ...rest,
    })),
  );

const experiments: fc.Arbitrary<Experiment> = fc
  .tuple(settings(sharedParams, {}), settings(armParams, {}))
  .chain(([shared, first]) =>
    fc
      .array(settings(armParams, first), { maxLength: 3 })
      .map((later) => repaired(canonical({ shared, arms: [first, ...later] })).experiment),
  );

function expectValid(experiment: Experiment): void {
  const { shared } = experiment;
  const sets = [
    { params: sharedParams(shared), all: shared },
    ...valuesOfAll(experiment).map((all) => ({ params: armParams(all), all })),
  ];
  const invalid = sets.flatMap(({ params, all }) =>
    params.filter((param) => !readValue(param, all[param.key]).valid),
  );

  expect(invalid).toEqual([]);
  expect(canonical(experiment)).toEqual(experiment);
  expect(resolveArms(experiment)).toHaveLength(experiment.arms.length);
  expect(resolveShared(experiment).data.entry.id).toBe(shared.data);
}

const valuesOfAll = (experiment: Experiment): readonly Settings[] =>
  experiment.arms.map((_, index) => armValues(experiment, index));

describe('a link', { timeout: slow }, () => {
  it('brings back the experiment it was made of', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expectValid(experiment);
        expect(fromLink(toLink(experiment))).toEqual({ experiment, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same after it has been read and written', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const link = toLink(experiment);

        // As a browser writes it in its address bar.
        const { hash } = new URL(`#${link}`, 'https://lab.example/');

        expect(toLink(fromLink(hash).experiment)).toBe(link);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws and always means a valid experiment, for ten thousand random strings', () => {
    const words = ['v', 'arms', 'b.', 'd.', 'act', 'act.slope', 'data', 'data.n', 'kernel', 'full'];
    const pieces = fc.oneof(
      fc.constantFrom('=', '&', '#', '%', '.', '-', 'e', '1', '99', 'all', 'leaky', ...words),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.webFragments(),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );

    fc.assert(
      fc.property(strings, (text) => expectValid(fromLink(text).experiment)),
      { numRuns: 10_000 },
    );
  });

  it('never throws and always means a valid experiment, for damaged links', () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.integer({ min: 0, max: 8 }),
      insert: fc.oneof(
        fc.constantFrom('', '&', '=', '%', '9', '-', '.'),
        fc.string({ maxLength: 3 }),
      ),
    });
    const damaged = fc
      .tuple(experiments, fc.array(damage, { minLength: 1, maxLength: 5 }))
      .map(([experiment, damages]) =>
        damages.reduce((link, { at, drop, insert }) => {
          const place = Math.floor(at * link.length);
          return link.slice(0, place) + insert + link.slice(place + drop);
        }, toLink(experiment)),
      );

    fc.assert(
      fc.property(damaged, (link) => {
        const { experiment } = fromLink(link);

        expectValid(experiment);
        expect(fromLink(toLink(experiment))).toEqual({ experiment, problems: [] });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('editing any experiment', { timeout: slow }, () => {
  const edits = experiments.chain((experiment) =>
    fc
      .nat({ max: experiment.arms.length - 1 })
      .chain((index) =>
        fc
          .constantFrom(...armParams(armValues(experiment, index)))
          .chain((param) =>
            values(param).map((value) => ({ experiment, index, key: param.key, value })),
          ),
      ),
  );

  it('sets one value of one arm and leaves what later arms have of their own', () => {
    fc.assert(
      fc.property(edits, ({ experiment, index, key, value }) => {
        const edited = withArm(experiment, index, key, value);

        expectValid(edited);
        expect(edited.shared).toEqual(experiment.shared);
        expect(armValues(edited, index)[key]).toBe(value);
        edited.arms.slice(1).forEach((own, place) => {
          if (place + 1 !== index && experiment.arms[place + 1]?.[key] !== undefined)
            expect(own[key]).toBe(experiment.arms[place + 1]?.[key]);
        });
        if (index > 0)
          expect(valuesOfAll(edited).toSpliced(index, 1)).toEqual(
            valuesOfAll(experiment).toSpliced(index, 1),
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('inherits again what an arm had set', () => {
    fc.assert(
      fc.property(edits, ({ experiment, index, key, value }) => {
        fc.pre(index > 0);
        const edited = withoutOwn(withArm(experiment, index, key, value), index, key);
        const first = armValues(edited, 0)[key];

        expectValid(edited);
        if (first !== undefined && !key.includes('.'))
          expect(armValues(edited, index)[key]).toBe(first);
        expect(valuesOfAll(edited).toSpliced(index, 1)).toEqual(
          valuesOfAll(experiment).toSpliced(index, 1),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('removes an arm without changing what the others mean', () => {
    fc.assert(
      fc.property(experiments, fc.nat(), (experiment, at) => {
        fc.pre(experiment.arms.length > 1);
        const index = at % experiment.arms.length;
        const edited = removeArm(experiment, index);

        expectValid(edited);
        expect(valuesOfAll(edited)).toEqual(valuesOfAll(experiment).toSpliced(index, 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('adds an arm that is like A', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        fc.pre(experiment.arms.length < 4);
        const edited = addArm(experiment);

        expectValid(edited);
        expect(valuesOfAll(edited)).toEqual([...valuesOfAll(experiment), armValues(experiment, 0)]);
      }),
    );
  });

  it('sets what all arms share and leaves the arms', () => {
    const sharedEdits = experiments.chain((experiment) =>
      fc
        .constantFrom(...sharedParams(experiment.shared))
        .chain((param) => values(param).map((value) => ({ experiment, key: param.key, value }))),
    );

    fc.assert(
      fc.property(sharedEdits, ({ experiment, key, value }) => {
        const edited = withShared(experiment, key, value);

        expectValid(edited);
        expect(edited.shared[key]).toBe(value);
        expect(edited.arms).toEqual(experiment.arms);
      }),
      { numRuns: 1000 },
    );
  });
});
