import { matrix, type Matrix } from '../../src/math/matrix.ts';
import { normals, stream } from '../../src/math/rng.ts';
import { upload, type Network } from '../../src/engine/network.ts';
import type { Samples } from '../../src/nn/Dataset.ts';
import type { Grid } from '../../src/nn/Grid.ts';
import type { Layer } from '../../src/nn/Layer.ts';
import type { Settings } from '../../src/nn/Settings.ts';
import { canonical } from '../../src/spec/canonical.ts';
import { layerOf, weightStream } from '../../src/spec/layerOf.ts';
import { resolveArms } from '../../src/spec/resolve.ts';

const seed = 1;

/** rows×cols standard normal numbers, the same in every run. */
export const normalMatrix = (rows: number, cols: number): Matrix =>
  matrix(rows, cols, normals(stream(seed).fork('bench'), rows * cols));

/** n training rows and one test row of `inputs` standard normal numbers, with targets ±1. */
export function normalSamples(n: number, inputs: number): Samples {
  const signs = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
  return {
    x: normalMatrix(n, inputs),
    xTest: normalMatrix(1, inputs),
    y: matrix(n, 1, signs),
    yTest: matrix(1, 1, Float64Array.of(1)),
    order: 'as drawn',
    standardization: 'standard normal',
  };
}

/** A network with one output as an experiment would build it; inputs are a line unless there is a grid. */
export function layerFor(settings: Settings, inputs: number, grid?: Grid): Layer {
  const [arm] = resolveArms(canonical({ shared: {}, arms: [settings] }));
  return layerOf(arm!, { inputs, outputs: 1, grid });
}

/** The same, drawn and on the backend; `place` is its number among several. */
export function networkFor(settings: Settings, inputs: number, grid?: Grid, place = 0): Network {
  const layer = layerFor(settings, inputs, grid);
  return upload(layer, layer.draw(weightStream(seed, place)));
}
