import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPoints, writePoints } from '../../nn/dataPoints.ts';
import { defaultSamples } from '../testing/defaultSamples.ts';

describe('the points', () => {
  it('are those of their text, in order of their inputs, however they are embedded', () => {
    const samples = '0.5:-2, −1:0.25; 0:3';
    const line = defaultSamples('points', { samples });
    const lifted = defaultSamples('points', { samples, embed: 'lifted' });
    const round = defaultSamples('points', { samples, embed: 'circle' });

    expect(Array.from(line.x.data)).toEqual([-1, 0, 0.5]);
    expect(Array.from(line.y.data)).toEqual([0.25, 3, -2]);
    expect(Array.from(lifted.x.data)).toEqual([-1, 1, 0, 1, 0.5, 1]);
    expect(Array.from(round.position!)).toEqual([0, Math.PI / 2, Math.PI]);
    expect(Array.from(round.y.data)).toEqual([3, -2, 0.25]);
    [Math.SQRT2, 0, 0, Math.SQRT2, -Math.SQRT2, 0].forEach((value, p) =>
      expect(round.x.data[p]).toBeCloseTo(value, 14),
    );
  });

  it('are tested on straight lines between neighbours, around the circle too', () => {
    const samples = '0:0,1:4,1.5:2';
    const line = defaultSamples('points', { samples, test: 3 });
    const round = defaultSamples('points', { samples, embed: 'circle', test: 4 });

    expect(Array.from(line.xTest.data)).toEqual([0.25, 0.75, 1.25]);
    expect(Array.from(line.yTest.data)).toEqual([1, 3, 3]);
    // At 45°, 135°, 225° and 315°: between 0° and 180°, 180° and 270°, 270° and 360°.
    [1, 3, 3, 1].forEach((value, i) => expect(round.yTest.data[i]).toBeCloseTo(value, 12));
  });

  it('may stand at one place, even where a test place would be', () => {
    const { xTest, yTest } = defaultSamples('points', { samples: '0:1,0:1', test: 1 });

    expect(xTest.data[0]).not.toBe(0);
    expect(Array.from(yTest.data)).toEqual([1]);
  });

  it.each([
    ['', 'There are no points'],
    ['1:2, 3', 'Point 2, “3”, is not two numbers with a colon between'],
    ['1:2:3', 'Point 1, “1:2:3”, is not two numbers'],
    ['a:1', 'Write it as x:y, for example 0.2:0.99.'],
    ['0:0, 0:101', 'Point 2 has the coordinate 101. Coordinates go from −100 to 100.'],
    ['0:1e999', 'Point 1 has the coordinate Infinity'],
    [Array(65).fill('0:0').join(), 'These are 65 points. Take at most 64.'],
  ])('say of %j what is wrong with it', (samples, sentence) => {
    expect(() => defaultSamples('points', { samples })).toThrow(sentence);
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.double({ min: -100, max: 100, noNaN: true }),
            y: fc.double({ min: -100, max: 100, noNaN: true }),
          }),
          { minLength: 1, maxLength: 64 },
        ),
        (points) => {
          const plain = points.map(({ x, y }) => ({ x: x + 0, y: y + 0 }));

          expect(readPoints(writePoints(points))).toEqual({ ok: true, points: plain });
        },
      ),
    );
  });
});
