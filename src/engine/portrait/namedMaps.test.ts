import { expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import type { Dimensions } from '../../nn/partsOf.ts';
import { layerOf } from '../../spec/layerOf.ts';
import { armOf } from '../testing/networkOfArm.ts';
import { namedMaps } from './namedMaps.ts';

const picture = { inputs: 64, outputs: 10, grid: { rows: 8, columns: 8, channels: 1 } };
const line = { inputs: 6, outputs: 1 };
const told = (values: Settings, dimensions: Dimensions): readonly string[] =>
  namedMaps(layerOf(armOf(values), dimensions), dimensions.inputs).map(
    ({ label, input, output, parameters, trained }) =>
      `${label}: ${input} → ${output}, ${trained} of ${parameters}`,
  );

it('dense maps have features', () => {
  expect(told({ 'net.width': 5, 'net.depth': 2 }, line)).toEqual([
    'dense 1: 6 → 5, 35 of 35',
    'dense 2: 5 → 5, 30 of 30',
    'readout: 5 → 1, 6 of 6',
  ]);
});

it('what does not train is not counted as trained', () => {
  const settings = { net: 'resntk', 'net.width': 5, 'net.depth': 1, bias: false };

  expect(told(settings, line)).toEqual([
    'dense 1: 6 → 5, 0 of 30',
    'dense 2: 5 → 5, 25 of 25',
    'dense 3: 5 → 5, 25 of 25',
    'readout: 5 → 1, 0 of 5',
  ]);
});

it('convolutions have positions times channels, in two dimensions and in one', () => {
  const settings = { net: 'conv', 'net.width': 4, 'net.depth': 2, 'net.kernel': 3 };

  expect(told(settings, picture)).toEqual([
    'conv 1: 8×8×1 → 8×8×4, 40 of 40',
    'conv 2: 8×8×4 → 8×8×4, 148 of 148',
    'readout: 256 → 10, 2570 of 2570',
  ]);
  expect(told({ ...settings, 'net.pool': 'gap' }, line)).toEqual([
    'conv 1: 6×1 → 6×4, 16 of 16',
    'conv 2: 6×4 → 6×4, 52 of 52',
    'readout: 4 → 1, 5 of 5',
  ]);
});

it('recurrent maps are told once for all steps', () => {
  const settings = { net: 'rnn', 'net.width': 4, 'net.depth': 2, bias: false };

  expect(told(settings, line)).toEqual([
    'input 1: 6×1 → 6×4, 4 of 4',
    'recurrent 1: 4 → 4, 16 of 16',
    'input 2: 6×4 → 6×4, 16 of 16',
    'recurrent 2: 4 → 4, 16 of 16',
    'readout: 4 → 1, 4 of 4',
  ]);
  expect(told({ ...settings, 'net.depth': 1 }, { inputs: 2, outputs: 1 })[1]).toMatch(/^recurrent/);
  expect(told({ ...settings, 'net.depth': 1, 'net.sh2': 0.5, 'net.states': 'all' }, line)).toEqual([
    'input 1: 6×1 → 6×4, 4 of 4',
    'recurrent 1: 4 → 4, 16 of 16',
    'start 1: 6 → 4, 0 of 28',
    'readout: 24 → 1, 24 of 24',
  ]);
});
