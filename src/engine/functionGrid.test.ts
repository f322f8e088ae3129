import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { dataStream } from '../spec/layerOf.ts';
import { resolveShared } from '../spec/resolve.ts';
import { functionGrid } from './functionGrid.ts';

const runOf = (settings: Settings) => {
  const shared = resolveShared(canonical({ shared: settings, arms: [{}] }));
  const { entry, settings: own } = shared.data;
  const samples = entry.draw(own, dataStream(3), new Map());
  return { samples, shared, grid: entry.dimensions(own).grid };
};

describe('the grid of functions', () => {
  it('is a line beyond the samples on both sides, with inputs as the networks see them', () => {
    const line = functionGrid(runOf({ data: 'regression', 'data.n': 8 }))!;
    const lifted = functionGrid(
      runOf({ data: 'regression', 'data.n': 8, 'data.embed': 'lifted' }),
    )!;

    expect(line.shape).toBe('line');
    expect(line.columns.length).toBe(201);
    // Eight even samples reach from −7/8 to 7/8, and 15 % of that on each side.
    expect(line.columns[0]).toBeCloseTo(-0.875 - 0.15 * 1.75, 14);
    expect(line.columns[200]).toBeCloseTo(0.875 + 0.15 * 1.75, 14);
    expect(line.inputs).toEqual(line.columns);
    expect(lifted.dimension).toBe(2);
    expect(Array.from(lifted.inputs.subarray(0, 4))).toEqual([
      lifted.columns[0],
      1,
      lifted.columns[1],
      1,
    ]);
  });

  it('is the circle where samples are on it', () => {
    for (const settings of [{ data: 'circle' }, { data: 'points', 'data.embed': 'circle' }]) {
      const circle = functionGrid(runOf(settings))!;

      expect([circle.shape, circle.columns.length, circle.dimension]).toEqual(['circle', 240, 2]);
      expect(circle.columns[60]).toBeCloseTo(Math.PI / 2, 14);
      circle.columns.forEach((angle, k) => {
        expect(circle.inputs[2 * k]).toBeCloseTo(Math.SQRT2 * Math.cos(angle), 14);
        expect(circle.inputs[2 * k + 1]).toBeCloseTo(Math.SQRT2 * Math.sin(angle), 14);
      });
    }
  });

  it('holds every sample of the plane, row by row from the top', () => {
    const run = runOf({ data: 'moons' });
    const { shape, columns, rows, inputs } = functionGrid(run)!;

    expect([shape, columns.length, rows!.length, inputs.length]).toEqual([
      'plane',
      48,
      48,
      2 * 48 * 48,
    ]);
    expect(rows![0]).toBeGreaterThan(rows![47]!);
    for (const { data } of [run.samples.x, run.samples.xTest])
      data.forEach((value, p) => {
        const axis = p % 2 === 0 ? columns : rows!;
        expect(value).toBeGreaterThan(Math.min(axis[0]!, axis[47]!));
        expect(value).toBeLessThan(Math.max(axis[0]!, axis[47]!));
      });
    expect(functionGrid(run, 'coarse')!.inputs.length).toBe(2 * 24 * 24);
    expect(Array.from(inputs.subarray(2 * 48, 2 * 48 + 2))).toEqual([columns[0], rows![1]]);
  });

  it('is a line for one input of any kind, and one unit to each side of a single place', () => {
    expect(functionGrid(runOf({ data: 'cloud', 'data.dim': 1 }))!.shape).toBe('line');
    const single = functionGrid(runOf({ data: 'points', 'data.samples': '0.5:1' }))!;

    expect([single.columns[0], single.columns[200]]).toEqual([-0.5, 1.5]);
  });

  it('does not exist for more dimensions, nor for sequences and images', () => {
    for (const settings of [
      { data: 'sphere', 'data.dim': 3 },
      { data: 'sequences', 'data.length': 2 },
    ])
      expect(functionGrid(runOf(settings))).toBeUndefined();
    const digits = runOf({ data: 'moons' });
    const image = { rows: 1, columns: 2, channels: 1 };

    expect(functionGrid({ ...digits, grid: image })).toBeUndefined();
  });
});
