import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../math/rng.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { dense } from '../nn/dense.ts';
import type { Layer } from '../nn/Layer.ts';
import type { Settings } from '../nn/Settings.ts';
import type { Architecture } from '../nn/Architecture.ts';
import { plainOps } from '../nn/plainOps.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { initializers } from './initializers/index.ts';
import { randomSettings } from './testing/randomSettings.ts';

const build = (
  architecture: Architecture,
  settings: Settings,
  inputs: number,
  outputs: number,
  bias = true,
): Layer =>
  architecture.build(settings, {
    inputs,
    outputs,
    activation: activationLayer(activations.get('relu'), {}),
    affine: (shape) =>
      dense({
        ...shape,
        parameterization: 'ntk',
        initializer: initializers.get('gaussian'),
        initializerSettings: {},
        weightVariance: 2,
        biasVariance: 0.1,
        bias,
      }),
  });

/** Anything a link may ask for, but narrow and shallow enough to be drawn many times. */
const small = fc
  .tuple(fc.nat(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }))
  .map(([seed, width, depth]) => ({ source: stream(seed), fixed: { width, depth } }));
const count = fc.integer({ min: 1, max: 12 });

describe.each(architectures.list)('architecture $id', (architecture) => {
  it('has the affine maps that it says it has: W in×out, then b', () => {
    fc.assert(
      fc.property(small, count, count, fc.boolean(), ({ source, fixed }, inputs, outputs, bias) => {
        const settings = randomSettings(architecture, source, fixed);
        const drawn = build(architecture, settings, inputs, outputs, bias).draw(source);
        const widths = architecture.widths(settings, inputs, outputs);

        expect(drawn.map(({ role, shape }) => ({ role, shape }))).toEqual(
          widths.flatMap(([from, to]) => [
            { role: 'W', shape: [from, to] },
            ...(bias ? [{ role: 'b', shape: [to] }] : []),
          ]),
        );
        drawn.forEach(({ shape, values }) =>
          expect(values).toHaveLength(shape.reduce((a, b) => a * b, 1)),
        );
      }),
    );
  });

  it('takes inputs of the given width and ends in the outputs', () => {
    fc.assert(
      fc.property(small, count, count, ({ source, fixed }, inputs, outputs) => {
        const widths = architecture.widths(
          randomSettings(architecture, source, fixed),
          inputs,
          outputs,
        );

        expect(widths[0]?.[0]).toBe(inputs);
        expect(widths.at(-1)?.[1]).toBe(outputs);
      }),
    );
  });

  it('takes every parameter once when it is applied', () => {
    fc.assert(
      fc.property(small, ({ source, fixed }) => {
        const layer = build(architecture, randomSettings(architecture, source, fixed), 1, 1);
        let taken = 0;
        layer.apply(plainOps, () => (taken += 1), 1);

        expect(taken).toBe(layer.draw(source).length);
      }),
    );
  });

  it('draws every layer from a stream of its own', () => {
    const layer = build(
      architecture,
      randomSettings(architecture, stream(1), { width: 5, depth: 3 }),
      5,
      5,
    );
    const firsts = layer.draw(stream(9)).map(({ values }) => values[0]);

    expect(new Set(firsts).size).toBe(firsts.length);
  });
});

describe('a fully connected network', () => {
  it('has as many hidden layers as its depth, and a readout', () => {
    expect(architectures.get('fc').widths({ width: 192, depth: 3 }, 64, 10)).toEqual([
      [64, 192],
      [192, 192],
      [192, 192],
      [192, 10],
    ]);
  });
});
