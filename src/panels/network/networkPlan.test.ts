import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import { canonical } from '../../spec/canonical.ts';
import { layerOf } from '../../spec/layerOf.ts';
import { resolveArms } from '../../spec/resolve.ts';
import { networkPlan, type NetworkPlan } from './networkPlan.ts';
import { shownMaps } from './shownMaps.ts';

const grid = { rows: 8, columns: 8, channels: 1 };

const planOf = (settings: Settings): NetworkPlan => {
  const [arm] = resolveArms(canonical({ shared: {}, arms: [settings] }));
  return networkPlan(layerOf(arm!, { inputs: 64, outputs: 1, grid }), 64);
};

describe('the plan of a network', () => {
  it('has the layers of a fully connected one with their shapes and parameters', () => {
    const { maps, shortcuts } = planOf({ 'net.depth': 2, 'net.width': 10 });

    expect(maps.map(({ name, input, output }) => [name, input, output])).toEqual([
      ['dense', '64', '10'],
      ['dense', '10', '10'],
      ['readout', '10', '1'],
    ]);
    expect(maps.map(({ parameters }) => parameters)).toEqual([650, 110, 11]);
    expect(shortcuts).toEqual([]);
  });

  it('counts as many parameters as are drawn', () => {
    for (const net of ['fc', 'resntk', 'preact', 'conv', 'convres', 'rnn']) {
      const [arm] = resolveArms(canonical({ shared: {}, arms: [{ net, 'net.width': 6 }] }));
      const layer = layerOf(arm!, { inputs: 64, outputs: 1, grid });
      const drawn = layer.shapes.reduce(
        (sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1),
        0,
      );
      const { maps } = networkPlan(layer, 64);

      expect(maps.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(drawn);
    }
  });

  it('knows which layers are fixed', () => {
    const { maps } = planOf({ net: 'resntk', 'net.depth': 1, 'net.width': 4 });

    expect(maps.map(({ trained }) => trained > 0)).toEqual([false, true, true, false]);
  });

  it('has a shortcut past every block with the factor of the branch', () => {
    const { shortcuts } = planOf({ net: 'resntk', 'net.depth': 4, 'net.width': 4 });

    expect(shortcuts.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
    for (const { factor } of shortcuts) expect(factor).toBeCloseTo(0.5, 12);
  });

  it('has no shortcut within an activation that adds to what it gets', () => {
    expect(planOf({ act: 'gelu' }).shortcuts).toEqual([]);
    expect(planOf({ act: 'silu' }).shortcuts).toEqual([]);
  });

  it('names windows and grids of convolutions', () => {
    const { maps } = planOf({ net: 'conv', 'net.depth': 2, 'net.width': 5, 'net.kernel': 3 });

    expect(maps.map(({ name, input, output }) => [name, input, output])).toEqual([
      ['conv 3×3', '8×8×1', '8×8×5'],
      ['conv 3×3', '8×8×5', '8×8×5'],
      ['readout', '320', '1'],
    ]);
  });

  it('has a loop where a state is fed back, and steps that share a map', () => {
    const { maps } = planOf({ net: 'rnn', 'net.depth': 1, 'net.width': 5 });

    expect(maps.map(({ name, loops, times }) => [name, loops, times])).toEqual([
      ['input', false, 8],
      ['recurrent', true, 7],
      ['readout', false, 1],
    ]);
    expect(maps[0]?.input).toBe('8×8');
  });
});

describe('the plan of a mirrored network', () => {
  const { maps, shortcuts } = planOf({
    net: 'resntk',
    'net.depth': 1,
    'net.width': 4,
    mirror: true,
  });

  it('has both copies, the second with primes', () => {
    expect(maps.map(({ name }) => name)).toEqual([
      ...['dense', 'dense', 'dense', 'readout'],
      ...['dense′', 'dense′', 'dense′', 'readout′'],
    ]);
    expect(maps.map(({ twin }) => twin)).toEqual([0, 0, 0, 0, 1, 1, 1, 1].map(Boolean));
    expect(maps.slice(4).map(({ input, output }) => [input, output])).toEqual(
      maps.slice(0, 4).map(({ input, output }) => [input, output]),
    );
  });

  it('has the shortcuts of each within it', () => {
    expect(shortcuts.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });
});

describe('the maps that a diagram shows', () => {
  it('are all of them where they fit', () => {
    expect(shownMaps(9, 9, [])).toEqual({ head: 9, tail: 0, hidden: 0 });
  });

  it('are the first and the last ones of a deep network', () => {
    const { head, tail, hidden } = shownMaps(201, 8, []);

    expect(head + tail + 1).toBe(8);
    expect(head + tail + hidden).toBe(201);
  });

  it('are whole blocks of a residual network', () => {
    const { shortcuts, maps } = planOf({ net: 'resntk', 'net.depth': 30, 'net.width': 4 });
    const { head, tail } = shownMaps(maps.length, 8, shortcuts);

    for (const { from, to } of shortcuts) {
      expect(from < head && head <= to).toBe(false);
      expect(from < maps.length - tail && maps.length - tail <= to).toBe(false);
    }
  });
});
