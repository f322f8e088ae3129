import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../spec/Failure.ts';
import type { ArmResults, NetworkResults, Results } from '../spec/Results.ts';
import { panels as trainingPanels } from './index.ts';
import type { PanelDefinition, PanelView } from './Panel.ts';
import { portraitPanels } from './portraitPanels.ts';
import { smallRun as run, type Wanted } from './testing/smallRun.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const size = { width: 500, height: 220 };

/** Draws a panel and gives its picture, after checking that nothing in it is drawn at no place. */
const drawn = ({ Plot }: PanelDefinition, results: Results, shown = view): HTMLElement => {
  const { container } = render(
    <Plot results={results} view={shown} size={size} onHighlight={() => undefined} />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

const withNetworks = (
  results: Results,
  change: (network: NetworkResults, arm: ArmResults) => NetworkResults,
): Results => ({
  ...results,
  arms: results.arms.map((arm) => ({
    ...arm,
    networks: arm.networks.map((network) => change(network, arm)),
  })),
});

const four = [
  {},
  { init: 'orthogonal' },
  { init: 'constant' },
  { act: 'relu', sw2: 2, 'net.width': 64 },
];

const panels = [...trainingPanels, ...portraitPanels];
const single = ['kernel', 'network', 'layers'];

describe.each(panels.map((panel) => [panel.id, panel] as const))('the panel %s', (id, panel) => {
  const portrait = portraitPanels.includes(panel);
  const smallRun = (wanted: Wanted = {}): Results => run({ ...wanted, portrait });

  it('is named and explained', () => {
    expect(panel.title).not.toBe('');
    expect(panel.explain.sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(panel.explain.source).toMatch(/\(\d{4}\)/);
  });

  it('shows a quiet frame before any result', () => {
    const results = smallRun();

    expect(drawn(panel, results).getAttribute('aria-label')).toMatch(/nothing yet/i);
    expect(panel.table(results, view).rows).toEqual([]);
    expect(panel.caption(results, view)).toContain('seed 1');
  });

  it('shows the start of a run', () => {
    expect(drawn(panel, smallRun({ step: 0 })).getAttribute('aria-label')).not.toMatch(/nothing/i);
  });

  it('shows one arm without a letter', () => {
    const results = smallRun({ step: 20 });

    expect(drawn(panel, results).getAttribute('aria-label')).toMatch(/\d/);
    expect(panel.caption(results, view)).not.toMatch(/\bA\b/);
  });

  it('tells four arms apart in the picture, the caption and the table', () => {
    const results = smallRun({ arms: four, step: 20 });
    const words = [...drawn(panel, results).querySelectorAll('text')].map(
      ({ textContent }) => textContent,
    );
    const { columns, rows } = panel.table(results, view);

    for (const letter of 'ABCD') {
      const alone = new RegExp(`\\b${letter}\\b`);
      expect(words.some((word) => alone.test(word))).toBe(true);
      expect([...columns, ...rows.flat()].some((cell) => alone.test(cell))).toBe(true);
    }
  });

  it('has a cell for every column in every row of its table', () => {
    const { columns, rows } = panel.table(smallRun({ arms: four, step: 20 }), view);

    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows an earlier step when asked to', () => {
    const results = smallRun({ arms: four, step: 20 });

    expect(() => drawn(panel, results, { ...view, step: 7 })).not.toThrow();
  });

  it('speaks of several networks as their mean, or as the one it shows', () => {
    const caption = panel.caption(smallRun({ shared: { seeds: 3 }, step: 20 }), view);

    expect(caption).toMatch(single.includes(id) ? /network 1 of 3/ : /mean of 3 networks/);
  });

  it('draws what is finite where kernels, losses and eigenvalues are not', () => {
    const results = withNetworks(smallRun({ arms: [{}, {}], step: 20 }), (network) => ({
      ...network,
      kernels: network.kernels.map((kernel) => ({
        ...kernel,
        values: kernel.values.map((value, k) => [NaN, Infinity, value][k % 3]!),
      })),
      spectra: network.spectra.map((spectrum) => ({
        ...spectrum,
        eigenvalues: spectrum.eigenvalues.map((value, k) => [value, NaN, 0, -1][k % 4]!),
        conditionNumber: Infinity,
        trace: NaN,
      })),
      ...(network.curve && {
        curve: {
          ...network.curve,
          lossTrain: network.curve.lossTrain.map(
            (value, k) => [value, NaN, Infinity, 1e300][k % 4]!,
          ),
        },
      }),
      ...(network.layers && {
        layers: {
          ...network.layers,
          layers: network.layers.layers.map((layer, k) => ({
            ...layer,
            trace: [layer.trace, NaN, Infinity][k % 3]!,
            values: layer.values.map((value, i) => [NaN, Infinity, value][i % 3]!),
          })),
        },
      }),
      ...(network.profile && {
        profile: {
          ...network.profile,
          values: network.profile.values.map((value, k) => [value, NaN, Infinity, 1e300][k % 4]!),
          circle: network.profile.circle.map((value, k) => [value, NaN, Infinity, -1][k % 4]!),
          spikiness: NaN,
        },
      }),
      changes: network.changes.map((change, k) => ({
        ...change,
        change: [0, NaN, Infinity][k % 3]!,
      })),
    }));

    expect(drawn(panel, results).getAttribute('aria-label')).not.toMatch(/NaN|Infinity/);
    expect(panel.caption(results, view)).not.toMatch(/NaN|Infinity/);
    expect(panel.table(results, view).rows.flat().join()).not.toMatch(/NaN|Infinity/);
  });

  it('says in the picture what failed', () => {
    const failure: Failure = {
      kind: 'diverged',
      sentence: 'B diverged by step 3.',
      action: 'Choose a smaller rate.',
      arm: 'B',
      seed: 0,
      step: 3,
    };
    // Without a portrait: pictures of the start say what failed only where there is nothing to show.
    const results = withNetworks(run({ arms: [{}, {}], step: 20 }), (network, { label }) =>
      label === 'B'
        ? {
            ...network,
            failure,
            kernels: network.kernels.slice(0, 1),
            spectra: network.spectra.slice(0, 1),
            changes: network.changes.slice(0, 1),
          }
        : network,
    );
    drawn(panel, results);

    expect(screen.getByText(/diverged at step 3/)).toBeTruthy();
  });

  it('shows two samples', () => {
    const results = smallRun({ shared: { 'data.n': 2, 'data.test': 2 }, step: 20 });

    expect(() => drawn(panel, results, { ...view, highlight: { i: 5, j: 5 } })).not.toThrow();
  });
});
