import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readPoints } from '../../nn/dataPoints.ts';
import type { Results } from '../../spec/Results.ts';
import { dynamicsPanels } from '../dynamicsPanels.ts';
import type { PanelView } from '../Panel.ts';
import { smallFunctions } from '../testing/smallFunctions.ts';
import { smallRun, type Wanted } from '../testing/smallRun.ts';
import { functionArms } from './functionArms.ts';
import { lawSeries } from './functionLines.ts';
import { functionOptions } from './functionOptions.ts';
import { functionPanel } from './functionPanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const showing = (option: string): PanelView => ({ ...view, option });
const size = { width: 520, height: 220 };
const narrow = { 'net.width': 24, 'net.depth': 1 };

/** Draws the panel and gives its picture. */
const open = (results: Results, shown: PanelView = view): HTMLElement => {
  const { container } = render(
    <functionPanel.Plot
      results={results}
      view={shown}
      size={size}
      onHighlight={() => undefined}
      onSetShared={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

const texts = (picture: HTMLElement): readonly string[] =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
const curves = (picture: HTMLElement, role: string): number =>
  picture.querySelectorAll(`svg .chart-curve.${role}, .chart-curve.${role}`).length;

const line = (wanted: Wanted = {}): Results =>
  smallFunctions({
    ...wanted,
    shared: { data: 'points', 'data.test': 3, ...wanted.shared },
    arms: wanted.arms ?? [narrow],
  });
const four = [narrow, { act: 'relu' }, { act: 'erf' }, { init: 'constant' }];

describe('the panel of functions', () => {
  it('is the first of its view, named and explained', () => {
    expect(dynamicsPanels[0]).toBe(functionPanel);
    expect(functionPanel.explain.sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(functionPanel.explain.source).toMatch(/\(\d{4}\)/);
  });

  it.each(['points', 'circle', 'moons', 'sphere'])(
    'waits calmly before there is anything to see of %s',
    (data) => {
      const results = smallRun({ shared: { data }, arms: [narrow, {}] });
      const picture = open(results);

      expect(picture.getAttribute('aria-label')).toMatch(/nothing yet/i);
      expect(texts(picture)).toContain('being computed …');
      expect(functionPanel.table(results, view).rows).toEqual([]);
      expect(functionPanel.caption(results, view)).toContain('seed 1');
    },
  );

  it.each([
    ['points', {}],
    ['points', { 'data.embed': 'circle' }],
    ['regression', { 'data.n': 9 }],
    ['circle', { 'data.n': 7 }],
    ['moons', {}],
    ['sphere', { 'data.dim': 5 }],
  ] as const)('tells four arms apart on %s %j', (data, settings) => {
    const results = smallFunctions({ shared: { data, ...settings, seeds: 2 }, arms: four });
    const picture = open(results);
    const words = texts(picture);

    for (const letter of data === 'sphere' ? 'ABCD' : 'ABC')
      expect(words.some((word) => new RegExp(`\\b${letter}\\b`).test(word))).toBe(true);
    const { columns, rows } = functionPanel.table(results, view);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
    expect(picture.getAttribute('aria-label')).toContain('at step 20');
  });

  it.each(functionOptions.map(({ value }) => value))('draws %s', (option) => {
    const results = line({ shared: { seeds: 5 } });
    const picture = open(results, showing(option));

    expect(curves(picture, 'network')).toBe(1);
    expect(curves(picture, 'single')).toBe(option === 'single' ? 5 : 0);
    expect(curves(picture, 'limit')).toBe(option === 'single' || option === 'mean' ? 0 : 1);
  });

  it('shows the step that is looked at, of all networks the same, and says so', () => {
    const results = line({ shared: { seeds: 3 } });
    const at = (step: number) => functionArms(results, { ...view, step })[0]!.functions;

    expect(at(12).map(({ step }) => step)).toEqual([10, 10, 10]);
    expect(functionPanel.subtitle(results, { ...view, step: 12 })).toBe(
      'f(x) and samples at step 10',
    );
    expect(functionPanel.caption(results, { ...view, step: 12 })).toContain('as it was at step 10');
    const [first, ...others] = results.arms[0]!.networks;
    const behind = {
      ...results,
      arms: [
        {
          ...results.arms[0]!,
          networks: [{ ...first!, functions: first!.functions!.slice(0, 2) }, ...others],
        },
      ],
    };

    expect(functionArms(behind, view)[0]!.functions.map(({ step }) => step)).toEqual([5, 5, 5]);
    const failure = { kind: 'diverged', sentence: '', action: '', step: 6 } as const;
    const failed = {
      ...behind,
      arms: [
        {
          ...behind.arms[0]!,
          networks: behind.arms[0]!.networks.map((network, k) =>
            k === 0 ? { ...network, failure } : network,
          ),
        },
      ],
    };

    expect(functionArms(failed, view)[0]!.functions.map(({ step }) => step)).toEqual([20, 20]);
  });

  it('says which kernel is drawn, with which jitter, and why there is none', () => {
    const results = line({ shared: { seeds: 2 }, arms: [narrow, { init: 'constant' }] });

    expect(functionPanel.caption(results, showing('end'))).toMatch(
      /NTK ensemble trained without end, mean ± 2σ, (no jitter|jitter A \S+ of the mean diagonal) · B no NTK: [a-z][^·]*[^.] · /,
    );
    expect(functionPanel.caption(results, showing('nngp'))).toContain(
      'Bayesian regression with the NNGP, mean ± 2σ',
    );
    expect(functionPanel.caption(results, showing('nngp'))).toContain(
      'mean of 2 networks with 10–90 % of them (seed 1)',
    );
  });

  it('draws infinite width through the samples, with two standard deviations', () => {
    const results = line();
    const { law } = functionArms(results, showing('nngp'))[0]!;
    const series = lawSeries(law!);
    const reading = readPoints('-1:-0.5,-0.6:-1.11,-0.2:-0.18,0.2:0.99,0.6:0.8,1:-0.5');
    // Regression passes through noiseless samples, which lie on places of this grid.
    for (const { x, y } of reading.ok ? reading.points : []) {
      const k = series.x.findIndex((place) => Math.abs(place - x) < 1e-9);
      expect(Math.abs(series.mean[k]! - y)).toBeLessThan(1e-5);
      expect(series.high[k]! - series.low[k]!).toBeLessThan(0.02);
    }
    const far = series.x.length - 1;
    expect((series.high[far]! - series.low[far]!) / 4).toBeCloseTo(law!.deviation[far]!, 12);
  });
});

describe('samples that cannot be moved', () => {
  it.each([8, 64])('of %d leave a gap between their dots', (n) => {
    const picture = open(
      smallFunctions({ shared: { data: 'regression', 'data.n': n }, arms: [narrow] }),
    );
    const dots = picture.querySelector('.function-samples')!;
    const places = [...dots.getAttribute('d')!.matchAll(/M([\d.]+),/g)].map(([, x]) => Number(x));
    const gap = (Math.max(...places) - Math.min(...places)) / (n - 1);

    expect(Number(dots.getAttribute('stroke-width'))).toBeLessThan(0.75 * gap);
    expect(Number(dots.getAttribute('stroke-width'))).toBeGreaterThan(2);
  });
});
