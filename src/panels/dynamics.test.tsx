import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import type { Failure } from '../spec/Failure.ts';
import type { Results } from '../spec/Results.ts';
import { lazyPanel } from './lazy/lazyPanel.tsx';
import { modesPanel } from './modes/modesPanel.tsx';
import type { PanelDefinition, PanelView } from './Panel.ts';
import { stabilityPanel } from './stability/stabilityPanel.tsx';
import { dynamicsRun, showing, withNetworks } from './testing/dynamicsRun.ts';
import { smallRun } from './testing/smallRun.ts';

const open = (
  { Plot }: PanelDefinition,
  results: Results,
  shown: PanelView,
  size = { width: 500, height: 226 },
): HTMLElement => {
  const { container } = render(
    <Plot results={results} view={shown} size={size} onHighlight={() => undefined} />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

const four: readonly Settings[] = [
  { 'net.width': 8 },
  { 'net.width': 4 },
  { rate: 0.9 },
  { 'net.width': 16 },
];

describe.each([
  ['modes', modesPanel],
  ['stability', stabilityPanel],
  ['lazy', lazyPanel],
] as const)('the panel %s', (id, panel) => {
  const options = panel.options!.map(({ value }) => value);

  it('is named and explained, with its source', () => {
    expect(panel.id).toBe(id);
    expect(panel.explain.sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(panel.explain.source).toMatch(/\(\d{4}\)/);
  });

  it.each(options)('waits calmly before there is anything to see of %s', (option) => {
    const results = smallRun({ step: 0 });
    // Of kernels something is known at once.
    const before = id === 'lazy' ? smallRun() : results;
    const shown = showing(option);

    expect(open(panel, before, shown).getAttribute('aria-label')).toMatch(/nothing yet/i);
    expect(screen.getByText('being computed …')).toBeTruthy();
    expect(panel.table(before, shown).rows).toEqual([]);
    expect(panel.caption(before, shown)).toContain('seed 1');
  });

  it.each(options)('shows the start of %s', (option) => {
    const results = dynamicsRun({ step: 0, arms: four });

    expect(open(panel, results, showing(option)).getAttribute('aria-label')).not.toMatch(
      /nothing/i,
    );
  });

  it.each(options)('shows one arm without a letter in %s', (option) => {
    const results = dynamicsRun();
    const shown = showing(option);

    expect(open(panel, results, shown).getAttribute('aria-label')).toMatch(/\d/);
    expect(panel.caption(results, shown)).not.toMatch(/\bA\b/);
    expect(panel.subtitle(results, shown)).not.toBe('');
  });

  it.each(options)('tells four arms apart in %s, its caption and its table', (option) => {
    const results = dynamicsRun({ arms: four });
    const shown = showing(option);
    const words = [...open(panel, results, shown).querySelectorAll('text')].map(
      ({ textContent }) => textContent,
    );
    const { columns, rows } = panel.table(results, shown);

    for (const letter of 'ABCD') {
      const alone = new RegExp(`\\b${letter}\\b`);
      expect(words.some((word) => alone.test(word))).toBe(true);
      expect(
        [...columns, ...rows.map(([first = '']) => first)].some((cell) => alone.test(cell)),
      ).toBe(true);
    }
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(options)('obeys the step that is looked at in %s', (option) => {
    const results = dynamicsRun({ arms: four });
    const early = showing(option, 5);

    expect(open(panel, results, early).querySelectorAll('.chart-cursor').length > 0).toBe(
      option !== 'learnt' && option !== 'residual',
    );
    if (option === 'learnt' || option === 'steps') return;
    expect(panel.caption(results, early) + panel.subtitle(results, early)).toMatch(/at step 5\b/);
    expect(panel.caption(results, early)).not.toBe(panel.caption(results, showing(option)));
  });

  it.each(options)('speaks of several networks in %s', (option) => {
    const results = dynamicsRun({ shared: { seeds: 3 } });

    open(panel, results, showing(option));
    expect(panel.caption(results, showing(option))).toMatch(/mean of 3 networks/);
  });

  it.each(options)('draws what is finite of %s', (option) => {
    const spoilt = <T extends object>(
      list: readonly T[] | undefined,
      ...keys: readonly (keyof T)[]
    ) =>
      list?.map((one, k) =>
        k % 2 === 0 ? one : { ...one, ...Object.fromEntries(keys.map((key) => [key, NaN])) },
      );
    const results = withNetworks(dynamicsRun({ arms: [{}, {}] }), (network) => ({
      ...network,
      modes: {
        ...network.modes!,
        measured: network.modes!.measured.map((value, k) => [value, NaN, 1e300, 0][k % 4]!),
        predicted: network.modes!.predicted.map((value, k) => [value, NaN, Infinity][k % 3]!),
        eigenvalues: network.modes!.eigenvalues.map((value, k) => [value, 0, -1e-9][k % 3]!),
      },
      sharpness: spoilt(network.sharpness, 'hessian', 'gaussNewton')!,
      lazy: spoilt(network.lazy, 'outputs', 'outputsTest')!,
      changes: spoilt(network.changes, 'change')!,
    }));

    expect(open(panel, results, showing(option)).getAttribute('aria-label')).not.toMatch(
      /NaN|Infinity/,
    );
    expect(panel.caption(results, showing(option))).not.toMatch(/NaN|Infinity/);
    expect(panel.table(results, showing(option)).rows.flat().join()).not.toMatch(/NaN|Infinity/);
  });

  it.each(options)('says in the picture of %s what failed', (option) => {
    const failure: Failure = {
      kind: 'diverged',
      sentence: 'B diverged by step 3.',
      action: 'Choose a smaller rate.',
      arm: 'B',
      seed: 0,
      step: 3,
    };
    const results = dynamicsRun({ arms: [{}, {}] });
    const failed = {
      ...results,
      arms: results.arms.map((arm) =>
        arm.label === 'B'
          ? { ...arm, networks: arm.networks.map((network) => ({ ...network, failure })) }
          : arm,
      ),
    };
    open(panel, failed, showing(option));

    expect(screen.getByText(/diverged at step 3/)).toBeTruthy();
  });

  it.each(options)('fits %s into little room', (option) => {
    const results = dynamicsRun({ arms: four });

    expect(() => open(panel, results, showing(option), { width: 240, height: 120 })).not.toThrow();
  });
});
