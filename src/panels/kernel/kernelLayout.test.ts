import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelLayout, type KernelRoom, type Rect } from './kernelLayout.ts';

const room: KernelRoom = {
  width: 498,
  height: 218,
  rows: 2,
  sharedLimit: true,
  classNames: true,
  unit: 11,
};

const squares = ({ columns, rows, side }: ReturnType<typeof kernelLayout>): readonly Rect[] =>
  rows.flatMap((y) => columns.map((x) => ({ x, y, width: side, height: side })));

const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('the layout of kernels', () => {
  it('gives two arms maps of over 90 pixels in the default panel, and a place for the readout', () => {
    const { side, readout } = kernelLayout(room);

    expect(side).toBeGreaterThanOrEqual(90);
    expect(readout?.flow).toBe('column');
    expect(readout!.width).toBeGreaterThan(100);
  });

  it('gives one arm larger maps with the readout below', () => {
    const { side, readout } = kernelLayout({ ...room, rows: 1, sharedLimit: false });

    expect(side).toBeGreaterThan(kernelLayout(room).side);
    expect(readout?.flow).toBe('row');
  });

  it('keeps four arms legible', () => {
    expect(kernelLayout({ ...room, rows: 4 }).side).toBeGreaterThanOrEqual(42);
  });

  it('lets the readout float where two arms with limits of their own leave no room', () => {
    expect(kernelLayout({ ...room, sharedLimit: false }).readout).toBeUndefined();
  });

  it('keeps everything within the plot and apart from each other', () => {
    const any = fc.record({
      width: fc.integer({ min: 280, max: 2400 }),
      height: fc.integer({ min: 200, max: 1300 }),
      rows: fc.integer({ min: 1, max: 4 }),
      sharedLimit: fc.boolean(),
      classNames: fc.boolean(),
      unit: fc.constantFrom(11, 14),
    });
    fc.assert(
      fc.property(any, (wanted) => {
        const layout = kernelLayout(wanted);
        // Of rows that share a limit only the first has a map in the last column.
        const maps = squares(layout).filter(
          (_, k) => !(wanted.sharedLimit && k % 4 === 3 && k > 3),
        );
        const { kernel, difference } = layout.bars;
        const all = [...maps, kernel, difference, ...(layout.readout ? [layout.readout] : [])];
        all.forEach((rect, k) => {
          expect(rect.x).toBeGreaterThanOrEqual(0);
          expect(rect.x + rect.width).toBeLessThanOrEqual(wanted.width + 0.5);
          expect(rect.y + rect.height).toBeLessThanOrEqual(wanted.height + 0.5);
          for (const other of all.slice(k + 1)) expect(apart(rect, other)).toBe(true);
        });
      }),
    );
  });
});
