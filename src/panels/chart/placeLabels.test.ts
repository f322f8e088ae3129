import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelRequest } from './labelCandidates.ts';
import { alongCurve, placeLabels } from './placeLabels.ts';

const bounds = { left: 0, right: 400, top: 0, bottom: 200 };
const none = new Map<string, number>();

const line = (key: string, from: number, to: number): LabelRequest => ({
  key,
  text: `${key} orthogonal`,
  curve: [
    { x: 0, y: from },
    { x: 400, y: to },
  ],
});

const place = (requests: readonly LabelRequest[], before = none) =>
  placeLabels(
    requests,
    requests.flatMap(({ curve }) => alongCurve(curve)),
    bounds,
    11,
    before,
  );

describe('labels beside curves', () => {
  it('stand near the right end of a curve with nothing around it', () => {
    const [label] = place([line('A', 100, 100)]);

    expect(label).toMatchObject({ key: 'A', text: 'A orthogonal' });
    expect(label!.x).toBeGreaterThan(300);
    expect(Math.abs(label!.y - 100)).toBeLessThan(15);
  });

  it('do not lie on each other, and stay within the plot', () => {
    const height = fc.integer({ min: 20, max: 180 });
    fc.assert(
      fc.property(fc.array(fc.tuple(height, height), { minLength: 2, maxLength: 4 }), (ends) => {
        const labels = place(ends.map(([from, to], k) => line('ABCD'[k]!, from, to)));
        expect(labels).toHaveLength(ends.length);
        labels.forEach((a, k) => {
          expect(a.x).toBeGreaterThan(0);
          expect(a.x).toBeLessThan(400);
          for (const b of labels.slice(k + 1)) {
            expect(Math.abs(a.x - b.x) > 60 || Math.abs(a.y - b.y) > 12).toBe(true);
          }
        });
      }),
    );
  });

  it('stay where they are while a curve moves a little', () => {
    const first = place([line('A', 100, 100), line('B', 60, 140)]);
    const before = new Map(first.map(({ key, choice }) => [key, choice]));
    const next = place([line('A', 101, 97), line('B', 63, 138)], before);

    expect(next.map(({ choice }) => choice)).toEqual(first.map(({ choice }) => choice));
  });

  it('stand beyond the ends of curves that are still too short for all of them', () => {
    const height = fc.integer({ min: 40, max: 160 });
    const short = (key: string, [from, to]: readonly [number, number]): LabelRequest => ({
      ...line(key, from, to),
      curve: [
        { x: 0, y: from },
        { x: 14, y: to },
      ],
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(height, height), { minLength: 2, maxLength: 4 }), (ends) => {
        const labels = place(ends.map((pair, k) => short('ABCD'[k]!, pair)));
        labels.forEach((a, k) => {
          expect(a.y).toBeGreaterThanOrEqual(0);
          expect(a.y).toBeLessThanOrEqual(200);
          for (const b of labels.slice(k + 1)) {
            expect(Math.abs(a.x - b.x) > 60 || Math.abs(a.y - b.y) > 12).toBe(true);
          }
        });
      }),
    );
  });

  it('of curves on each other stand on two lines where they leave no room beside each other', () => {
    const flat = (key: string): LabelRequest => ({
      ...line(key, 195, 195),
      text: `${key} sum of squares, gradient descent, over all`,
    });
    const [a, b] = place([flat('A'), flat('B')]);

    expect(Math.abs(a!.y - b!.y)).toBeGreaterThan(12);
    expect(Math.max(a!.y, b!.y)).toBeLessThan(195);
  });

  it('are cut off where they are wider than the plot', () => {
    const [label] = place([{ ...line('A', 100, 100), text: 'A very long name, '.repeat(8) }]);

    expect(label!.text).toMatch(/^A very long .*…$/);
    expect(label!.x - 0.29 * 11 * label!.text.length).toBeGreaterThanOrEqual(bounds.left - 1);
  });

  it('are left out where there is no curve', () => {
    expect(place([{ key: 'A', text: 'A', curve: [] }])).toEqual([]);
  });
});
