import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRateChanges, textOfRateChanges } from './rateChanges.ts';
import { readText } from './read.ts';
import { rateChanges } from './trainingParams.ts';

describe('changes of a rate', () => {
  it('are steps with the rates that hold from there on', () => {
    expect(readRateChanges('120:0.5,180:0.02:plain')).toEqual({
      valid: true,
      changes: [
        { step: 120, value: 0.5 },
        { step: 180, value: 0.02, unit: 'plain' },
      ],
      value: '120:0.5,180:0.02:plain',
    });
  });

  it('are kept in order, and the last of two for the same step', () => {
    expect(readRateChanges(' 180:.1; 120:0.50  180:2e-1 ')).toMatchObject({
      valid: true,
      value: '120:0.5,180:0.2',
    });
  });

  it('may be none', () => {
    expect(readText(rateChanges, '')).toEqual({ valid: true, value: '' });
  });

  it.each([
    ['0.1', 'no list of steps and rates such as 120:0.5,180:0.1 (“0.1”)'],
    ['10:-1', 'no list of steps and rates such as 120:0.5,180:0.1 (“10:-1”)'],
    ['10:0.1:percent', 'no list of steps and rates such as 120:0.5,180:0.1 (“10:0.1:percent”)'],
    ['0:0.1', 'a list whose steps are not all from 1 to 100000 (0)'],
    ['100001:0.1', 'a list whose steps are not all from 1 to 100000 (100001)'],
    ['10:0', 'a list whose rates are not all from 1e-8 to 1000000 (0)'],
    ['10:1e9', 'a list whose rates are not all from 1e-8 to 1000000 (1e9)'],
  ])('cannot be %s', (text, why) => {
    expect(readText(rateChanges, text)).toEqual({ valid: false, why });
  });

  it('come back as they are written', () => {
    const change = fc.record({
      step: fc.integer({ min: 1, max: 100_000 }),
      value: fc.double({ min: 1e-8, max: 1e6, noNaN: true }),
      unit: fc.constantFrom('limit' as const, 'plain' as const),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(change, { selector: ({ step }) => step, maxLength: 9 }),
        (list) => {
          const changes = list.sort((a, b) => a.step - b.step);

          expect(readRateChanges(textOfRateChanges(changes))).toMatchObject({
            valid: true,
            changes,
          });
        },
      ),
    );
  });

  it('are read from any text without a throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readRateChanges(text);

        expect(reading.valid || reading.why.length > 0).toBe(true);
      }),
    );
  });
});
