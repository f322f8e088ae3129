import { describe, expect, it } from 'vitest';
import { activations } from '../catalog/activations/index.ts';
import type { Dimensions } from '../nn/partsOf.ts';
import type { Settings } from '../nn/Settings.ts';
import { mirrored } from '../nn/mirrored.ts';
import { stagesOf } from '../nn/stagesOf.ts';
import { trace } from '../nn/trace.ts';
import { layerOf } from '../spec/layerOf.ts';
import { armOf } from './testing/networkOfArm.ts';

const line = { inputs: 4, outputs: 2 };
const picture = { inputs: 9, outputs: 2, grid: { rows: 3, columns: 3, channels: 1 } };
const stages = (values: Settings, dimensions: Dimensions = line) => {
  const narrow = { 'net.width': 5, 'net.depth': 3, ...values };
  return stagesOf(trace(layerOf(armOf(narrow), dimensions), dimensions.inputs));
};
const told = (values: Settings, dimensions?: Dimensions): readonly string[] =>
  stages(values, dimensions).map(
    ({ label, positions, features }) => `${label}: ${positions}×${features}`,
  );

describe('the hidden layers of a network', () => {
  it.each(activations.list.map(({ id }) => id))('are what comes after %s', (act) => {
    expect(told({ act })).toEqual(['layer 1: 1×5', 'layer 2: 1×5', 'layer 3: 1×5']);
    expect(told({ act, net: 'resntk' })).toEqual([
      'stem: 1×5',
      'block 1: 1×5',
      'block 2: 1×5',
      'block 3: 1×5',
    ]);
  });

  it('are those of every other architecture', () => {
    expect(told({ net: 'linear2' })).toEqual(['layer 1: 1×5']);
    expect(told({ net: 'tirer', 'net.depth': 1 })).toEqual(['stem: 1×5', 'block 1: 1×5']);
    expect(told({ net: 'preact', 'net.depth': 1 })).toEqual(['stem: 1×5', 'block 1: 1×5']);
    for (const pool of ['flatten', 'gap']) {
      expect(told({ net: 'conv', 'net.depth': 2, 'net.pool': pool }, picture)).toEqual([
        'layer 1: 9×5',
        'layer 2: 9×5',
      ]);
      expect(told({ net: 'convres', 'net.depth': 1, 'net.pool': pool }, picture)).toEqual([
        'stem: 9×5',
        'block 1: 9×5',
      ]);
    }
  });

  it('of a recurrent network are its steps, then the layers above at the last one', () => {
    const four = ['step 1: 1×5', 'step 2: 1×5', 'step 3: 1×5', 'step 4: 1×5'];
    for (const states of ['last', 'all'])
      expect(told({ net: 'rnn', 'net.depth': 1, 'net.states': states })).toEqual(four);
    expect(told({ net: 'rnn', 'net.depth': 3 })).toEqual([...four, 'layer 2: 1×5', 'layer 3: 1×5']);
    expect(told({ net: 'rnn', 'net.depth': 1, 'net.sh2': 1 })).toEqual(['start: 1×5', ...four]);
  });

  it('of a mirrored network are those of its first copy', () => {
    const layer = layerOf(armOf({ 'net.width': 5, 'net.depth': 2 }), line);
    const own = stagesOf(trace(layer, 4));

    expect(stagesOf(trace(mirrored(layer), 4))).toEqual(own);
  });
});
