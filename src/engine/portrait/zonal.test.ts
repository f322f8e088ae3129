import { describe, expect, it } from 'vitest';
import { matrix } from '../../math/matrix.ts';
import { stream } from '../../math/rng.ts';
import { infiniteKernel } from '../../nn/infiniteKernel.ts';
import { arc } from '../../nn/sphere/arc.ts';
import { arcAngles } from '../../nn/sphere/arcAngles.ts';
import { isZonal } from '../../nn/sphere/isZonal.ts';
import { randomPlane } from '../../nn/sphere/randomPlane.ts';
import { zonalKernel } from '../../nn/sphere/zonalKernel.ts';
import { layerOf } from '../../spec/layerOf.ts';
import { architectureCases } from '../testing/architectureCases.ts';
import { armOf } from '../testing/networkOfArm.ts';

const angles = arcAngles(31);
const isOfPlaces = (net: unknown): boolean => ['conv', 'convres', 'rnn'].includes(String(net));

describe('zonal networks', () => {
  it.each(architectureCases)('are told from others: $name', ({ values, inputs, grid }) => {
    expect(isZonal(layerOf(armOf(values), { inputs, outputs: 1, grid }), inputs)).toBe(
      !isOfPlaces(values.net),
    );
  });

  it.each(
    architectureCases
      .filter(({ values }) => !isOfPlaces(values.net))
      .flatMap((one) => ['tanh', 'relu'].map((act) => ({ ...one, act }))),
  )('have on any arc the kernel of their angles: $name, $act', ({ values, inputs, act }) => {
    for (const scaling of ['ntk', 'standard']) {
      const layer = layerOf(armOf({ ...values, act, scaling }), { inputs, outputs: 1 });
      const plane = randomPlane(stream(3), inputs);
      const { ntk } = infiniteKernel(layer, arc(plane, [0]), arc(plane, angles));
      const found = zonalKernel(layer, angles);

      expect(found.length).toBe(angles.length);
      // At angle 0 the rounding of inputs is felt as its root.
      found.forEach((value, i) =>
        expect(Math.abs(value - ntk.data[i]!)).toBeLessThan(1e-6 * found[0]!),
      );
    }
  });

  it('do not include convolutions, whose kernel knows where numbers stand', () => {
    const inputs = 8;
    const layer = layerOf(armOf({ net: 'conv', act: 'relu', bias: false }), { inputs, outputs: 1 });
    const unit = (place: number) =>
      matrix(1, inputs, new Float64Array(inputs).fill(1, place, place + 1));
    const between = (a: number, b: number): number =>
      infiniteKernel(layer, unit(a), unit(b)).ntk.data[0]!;

    expect(between(0, 1)).toBeGreaterThan(1.1 * between(0, 4));
  });
});
