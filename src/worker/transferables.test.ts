import { describe, expect, it } from 'vitest';
import { transferables } from './transferables.ts';

describe('transferable arrays', () => {
  it('are found at any depth, each buffer once', () => {
    const shared = new Float64Array(4);
    const message = {
      a: shared,
      b: shared.subarray(2),
      c: { images: { pixels: new Float32Array(2) }, list: [{ values: Int32Array.of(1) }] },
      d: 'text',
      e: undefined,
    };

    expect(transferables(message)).toEqual([
      shared.buffer,
      message.c.images.pixels.buffer,
      message.c.list[0]?.values.buffer,
    ]);
    expect(() => structuredClone(message, { transfer: transferables(message) })).not.toThrow();
  });

  it('are none where there are none', () => {
    expect(transferables({ kind: 'done' })).toEqual([]);
    expect(transferables(null)).toEqual([]);
  });
});
