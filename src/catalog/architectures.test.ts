import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix, rowRange, transpose } from '../math/matrix.ts';
import { normals, stream, type Stream } from '../math/rng.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import type { Architecture } from '../nn/Architecture.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import type { Layer } from '../nn/Layer.ts';
import { partsOf, type Dimensions } from '../nn/partsOf.ts';
import { plainOps } from '../nn/plainOps.ts';
import type { Settings } from '../nn/Settings.ts';
import { mapsOf, trace } from '../nn/trace.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings, randomSettings } from './testing/randomSettings.ts';

const build = (
  architecture: Architecture,
  settings: Settings,
  dimensions: Dimensions,
  bias = true,
): Layer =>
  architecture.build(
    settings,
    partsOf(
      {
        activation: activationLayer(activations.get('relu'), {}),
        parameterization: 'ntk',
        initializer: initializers.get('gaussian'),
        initializerSettings: defaultSettings(initializers.get('gaussian')),
        weightVariance: 2,
        biasVariance: 0.1,
        bias,
      },
      dimensions,
    ),
  );

/** Anything a link may ask for, but narrow and shallow enough to be drawn many times. */
const small = fc
  .tuple(fc.nat(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }))
  .map(([seed, width, depth]) => ({ source: stream(seed), fixed: { width, depth } }));
const count = fc.integer({ min: 1, max: 12 });
const side = fc.integer({ min: 1, max: 4 });
/** Data in a grid, or of which nothing is known. */
const dimensions = fc.oneof(
  fc.record({ inputs: count, outputs: count }),
  fc
    .record({ outputs: count, grid: fc.record({ rows: side, columns: side, channels: side }) })
    .map(({ outputs, grid }) => ({
      inputs: grid.rows * grid.columns * grid.channels,
      outputs,
      grid,
    })),
);

describe.each(architectures.list)('architecture $id', (architecture) => {
  const layers = fc
    .tuple(small, dimensions, fc.boolean())
    .map(([{ source, fixed }, data, bias]) => ({
      data,
      source,
      layer: build(architecture, randomSettings(architecture, source, fixed), data, bias),
    }));
  const always = (check: (of: { data: Dimensions; layer: Layer; source: Stream }) => void): void =>
    fc.assert(fc.property(layers, check), { numRuns: 50 });

  it('draws the arrays that it says it has', () => {
    always(({ layer, source }) => {
      const drawn = layer.draw(source);

      expect(drawn.map(({ role, shape }) => ({ role, shape }))).toEqual(layer.shapes);
      drawn.forEach(({ shape, values }) =>
        expect(values).toHaveLength(shape.reduce((a, b) => a * b, 1)),
      );
    });
  });

  it('ends in the outputs, with every map as wide as its weights', () => {
    always(({ data, layer }) => {
      const steps = trace(layer, data.inputs);
      const { positions, features } = steps.at(-1)!;

      expect([positions, features]).toEqual([1, data.outputs]);
      for (const { weight, bias, fanIn, fanOut } of mapsOf(steps)) {
        expect(layer.shapes[weight]).toEqual({ role: 'W', shape: [fanIn, fanOut] });
        if (bias !== undefined) expect(layer.shapes[bias]).toEqual({ role: 'b', shape: [fanOut] });
      }
    });
  });

  it('takes every parameter once when it is applied, and uses it', () => {
    always(({ data, layer }) => {
      const used = mapsOf(trace(layer, data.inputs)).flatMap(({ weight, bias }) =>
        bias === undefined ? [weight] : [weight, bias],
      );
      let taken = 0;
      layer.apply(plainOps, () => (taken += 1), 1);

      expect(taken).toBe(layer.shapes.length);
      expect(new Set(used)).toEqual(new Set(layer.shapes.keys()));
    });
  });

  it('draws every layer from a stream of its own', () => {
    const settings = randomSettings(architecture, stream(1), { width: 5, depth: 3 });
    const layer = build(architecture, settings, { inputs: 5, outputs: 5 });
    const firsts = layer.draw(stream(9)).map(({ values }) => values[0]);

    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('has symmetric kernels that do not depend on how samples are grouped', () => {
    const data = { inputs: 6, outputs: 2, grid: { rows: 2, columns: 3, channels: 1 } };
    const layer = build(architecture, defaultSettings(architecture, { width: 8, depth: 2 }), data);
    const x = matrix(4, 6, normals(stream(3), 24));
    const some = rowRange(x, 1, 3);
    const whole = infiniteKernel(layer, x, x);
    const part = infiniteKernel(layer, some, x);

    for (const kind of ['nngp', 'ntk'] as const) {
      expect(transpose(whole[kind]).data).toEqual(whole[kind].data);
      rowRange(whole[kind], 1, 3).data.forEach((value, at) =>
        expect(part[kind].data[at]! / value).toBeCloseTo(1, 7),
      );
    }
  });
});

describe('a fully connected network', () => {
  it('has as many hidden layers as its depth, and a readout', () => {
    const architecture = architectures.get('fc');
    const settings = defaultSettings(architecture, { width: 192, depth: 3 });
    const layer = build(architecture, settings, { inputs: 64, outputs: 10 }, false);

    expect(layer.shapes.map(({ shape }) => shape)).toEqual([
      [64, 192],
      [192, 192],
      [192, 192],
      [192, 10],
    ]);
  });
});
