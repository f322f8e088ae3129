import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readPoints } from '../../nn/dataPoints.ts';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import { dynamicsPanels } from '../dynamicsPanels.ts';
import type { PanelView } from '../Panel.ts';
import { smallFunctions } from '../testing/smallFunctions.ts';
import { smallRun, type Wanted } from '../testing/smallRun.ts';
import { functionArms } from './functionArms.ts';
import { functionOptions } from './functionOptions.ts';
import { functionPanel } from './functionPanel.tsx';
import { lawSeries } from './functionLines.ts';
import { targetPoints } from './functionSamples.ts';
import { imagesLayout } from './imagesLayout.ts';
import { movedSample } from './movedSample.ts';
import { networkSeries } from './networkSeries.ts';
import { planeLayout } from './planeLayout.ts';
import { worstSamples } from './worstSamples.ts';
import { zeroLines } from './zeroLines.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const showing = (option: string): PanelView => ({ ...view, option });
const size = { width: 520, height: 220 };
const narrow = { 'net.width': 24, 'net.depth': 1 };

interface Call {
  readonly values: Settings;
  readonly settled: boolean;
}

/** Draws the panel and gives its picture, with a list that what is set will be in. */
const open = (results: Results, shown: PanelView = view) => {
  const calls: Call[] = [];
  const plot = (of: Results) => (
    <functionPanel.Plot
      results={of}
      view={shown}
      size={size}
      onHighlight={() => undefined}
      onSetShared={(values, settled) => calls.push({ values, settled })}
    />
  );
  const { container, rerender } = render(plot(results));
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return { calls, picture: screen.getByRole('img'), again: (of: Results) => rerender(plot(of)) };
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
      const { picture } = open(results);

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
    const { picture } = open(results);
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
    const { picture } = open(results, showing(option));

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

describe('samples of a person’s own', () => {
  const sliders = () => screen.getAllByRole('slider');
  const drag = (handle: HTMLElement, ...moves: readonly [x: number, y: number][]): void => {
    // The test's DOM knows no pointer capture.
    handle.setPointerCapture = () => undefined;
    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientX: 0, clientY: 0 });
    for (const [clientX, clientY] of moves)
      fireEvent.pointerMove(handle, { pointerId: 1, clientX, clientY });
    fireEvent.pointerUp(handle, { pointerId: 1 });
  };
  const pointsOf = ({ values }: Call) => {
    const reading = readPoints(String(values['data.samples']));
    return reading.ok ? reading.points : [];
  };

  it('stand in the picture as handles that say where they are', () => {
    open(line());

    expect(sliders()).toHaveLength(6);
    expect(sliders()[3]!.getAttribute('aria-label')).toBe('Sample 4');
    expect(sliders()[3]!.getAttribute('aria-valuetext')).toBe('x 0.200, y 0.990');
  });

  it('follow the pointer, unsettled until it lets go, and leave the others alone', () => {
    const { calls } = open(line());
    drag(sliders()[2]!, [10, 0], [30, -20]);

    expect(calls.map(({ settled }) => settled)).toEqual([false, false, true]);
    const [before, after] = [pointsOf(calls[0]!), pointsOf(calls[2]!)];
    expect(before[2]!.y).toBeCloseTo(-0.18, 9);
    expect(after[2]!.x).toBeGreaterThan(before[2]!.x);
    expect(after[2]!.y).toBeGreaterThan(before[2]!.y);
    expect(after.filter((_, k) => k !== 2)).toEqual(before.filter((_, k) => k !== 2));
    expect(calls[1]!.values).toEqual(calls[2]!.values);
  });

  it('stay in the plot, and where they were put until results come that know', () => {
    const results = line();
    const { calls, again } = open(results);
    drag(sliders()[5]!, [5000, -5000]);
    const there = sliders()[5]!.style.left;

    expect(Number.parseFloat(there)).toBeLessThan(size.width);
    expect(pointsOf(calls.at(-1)!)[5]!.x).toBeLessThan(1.4);
    again({ ...results, step: 5 });
    expect(sliders()[5]!.style.left).toBe(there);
    again(line({ shared: { 'data.samples': '0:0,1:1' } }));
    expect(sliders()).toHaveLength(2);
  });

  it('are not moved by a click, and go around the circle', () => {
    const { calls } = open(line({ shared: { 'data.embed': 'circle', 'data.samples': '0.9:0' } }));
    drag(sliders()[0]!);
    expect(calls).toEqual([]);
    drag(sliders()[0]!, [80, 0]);

    // Beyond half a turn, where x begins at −1 again.
    expect(pointsOf(calls.at(-1)!)[0]!.x).toBeLessThan(-0.5);
    expect(pointsOf(calls.at(-1)!)[0]!.x).toBeGreaterThanOrEqual(-1);
  });

  it('are moved by arrow keys, further with Shift', () => {
    const { calls } = open(line());
    fireEvent.keyDown(sliders()[0]!, { key: 'ArrowUp' });
    fireEvent.keyDown(sliders()[0]!, { key: 'ArrowRight', shiftKey: true });
    fireEvent.keyDown(sliders()[0]!, { key: 'Enter' });

    expect(calls.map((call) => pointsOf(call)[0])).toEqual([
      { x: -1, y: -0.49 },
      { x: -0.9, y: -0.49 },
    ]);
    expect(calls.every(({ settled }) => settled)).toBe(true);
    expect(movedSample({ x: 99.99, y: 0 }, 'ArrowRight', true)).toEqual({ x: 100, y: 0 });
  });

  it('cannot be moved where data are drawn, or nobody listens', () => {
    open(smallFunctions({ shared: { data: 'regression', 'data.n': 8 }, arms: [narrow] }));

    expect(screen.queryAllByRole('slider')).toEqual([]);
  });
});

describe('the target', () => {
  const targetOf = (shared: Record<string, number>): number =>
    targetPoints(smallRun({ shared: { data: 'circle', ...shared }, step: 0 })).length;

  it('is drawn through test samples, unless they are too few to show its waves', () => {
    expect(targetOf({ 'data.test': 24 })).toBe(24);
    expect(targetOf({ 'data.test': 2 })).toBe(0);
    expect(targetOf({ 'data.test': 24, 'data.k': 8 })).toBe(0);
  });
});

describe('samples that cannot be moved', () => {
  it.each([8, 64])('of %d leave a gap between their dots', (n) => {
    const { picture } = open(
      smallFunctions({ shared: { data: 'regression', 'data.n': n }, arms: [narrow] }),
    );
    const dots = picture.querySelector('.function-samples')!;
    const places = [...dots.getAttribute('d')!.matchAll(/M([\d.]+),/g)].map(([, x]) => Number(x));
    const gap = (Math.max(...places) - Math.min(...places)) / (n - 1);

    expect(Number(dots.getAttribute('stroke-width'))).toBeLessThan(0.75 * gap);
    expect(Number(dots.getAttribute('stroke-width'))).toBeGreaterThan(2);
  });
});

describe('means and bands of networks', () => {
  it('are the mean and the 10 % and 90 % quantiles', () => {
    const runs = Array.from({ length: 11 }, (_, k) => [k, 10 * k]);

    expect(networkSeries([0, 1], runs)).toMatchObject({
      mean: [5, 50],
      low: [1, 10],
      high: [9, 90],
    });
  });

  it('leave out what is not a number', () => {
    expect(networkSeries([0], [[1], [NaN], [3]]).mean).toEqual([2]);
  });
});

describe('zero lines', () => {
  const axis = Float64Array.from({ length: 41 }, (_, k) => -2 + k / 10);
  const field = (f: (x: number, y: number) => number) => ({
    columns: axis,
    rows: axis.toReversed(),
    values: Float64Array.from(
      Array.from(axis.toReversed()).flatMap((y) => Array.from(axis).map((x) => f(x, y))),
    ),
  });
  const length = (pieces: ReturnType<typeof zeroLines>): number =>
    pieces.reduce((sum, [[ax, ay], [bx, by]]) => sum + Math.hypot(ax - bx, ay - by), 0);

  it('of a plane are a straight line', () => {
    const pieces = zeroLines(field((x, y) => x + 2 * y - 0.37));

    for (const [x, y] of pieces.flat()) expect(x + 2 * y).toBeCloseTo(0.37, 12);
    expect(length(pieces)).toBeCloseTo(Math.hypot(4, 2), 9);
  });

  it('of a cone are a circle, as long as it is round', () => {
    const pieces = zeroLines(field((x, y) => Math.hypot(x, y) - 1.23));

    expect(Math.abs(length(pieces) / (2 * Math.PI * 1.23) - 1)).toBeLessThan(0.005);
  });

  it('of a saddle do not cross', () => {
    const saddle = { columns: [0, 1], rows: [1, 0] };

    expect(zeroLines({ ...saddle, values: [3, -1, -1, 1] })).toEqual([
      [
        [0.75, 1],
        [1, 0.5],
      ],
      [
        [0.5, 0],
        [0, 0.25],
      ],
    ]);
    expect(zeroLines({ ...saddle, values: [1, -3, -1, 1] })).toHaveLength(2);
    expect(zeroLines({ ...saddle, values: [1, 1, 1, 1] })).toEqual([]);
  });
});

describe('two classes in the plane', () => {
  it('have a map an arm with a zero line, that of the kernel’s mean, and every sample', () => {
    const results = smallFunctions({ arms: [narrow, { act: 'relu' }] });
    const { picture } = open(results, showing('end'));
    const marks = [...picture.querySelectorAll('.function-dot')].map(
      (path) => path.getAttribute('d')!.split('M').length - 1,
    );

    expect(picture.parentElement?.querySelectorAll('canvas')).toHaveLength(2);
    expect(picture.querySelectorAll('g > .function-zero:not(.law)')).toHaveLength(2);
    for (const path of picture.querySelectorAll('g > .function-zero'))
      expect(path.getAttribute('d')).toMatch(/^M/);
    expect(marks).toEqual([6, 6, 6, 6]);
  });

  it.each([1, 2, 3, 4])('have room for %d maps and a colour bar', (count) => {
    const { cells, bar } = planeLayout(count, { width: 500, height: 215 }, 11);

    expect(cells).toHaveLength(count);
    for (const { x, y, width, height } of cells) {
      expect(Math.min(width, height)).toBeGreaterThan(60);
      expect(x + width).toBeLessThan(bar.x);
      expect(y + height).toBeLessThanOrEqual(215);
    }
    expect(bar.x + 40).toBeLessThanOrEqual(500);
  });
});

describe('what networks make of samples', () => {
  it('is in order of the loss, whichever the arm has', () => {
    const results = smallFunctions({ arms: [narrow, { loss: 'logistic' }, { loss: 'mse-mean' }] });
    const [square, logistic, double] = worstSamples(results, view);
    const { data } = results;
    const outputs = results.arms[0]!.networks[0]!.outputs!.at(-1)!.f;
    const by = (loss: (f: number, y: number) => number) =>
      Array.from(outputs, (f, i) => loss(f, data!.y[i]!)).sort((a, b) => b - a);
    const close = (arm: typeof square, want: readonly number[]): void =>
      arm!.samples.forEach(({ loss }, k) => expect(loss).toBeCloseTo(want[k]!, 12));

    close(
      square,
      by((f, y) => (f - y) ** 2 / 2),
    );
    close(
      logistic,
      by((f, y) => Math.log1p(Math.exp(-y * f))),
    );
    close(
      double,
      by((f, y) => (f - y) ** 2),
    );
    for (const { index, truth, guess } of square!.samples) {
      expect(truth).toBe(data!.classes![data!.labels![index]!]);
      expect(truth === guess).toBe(Math.sign(outputs[index]!) === data!.y[index]);
    }
  });

  it('shows images with their outputs and what they are taken for', () => {
    const flat = smallFunctions({
      shared: { data: 'sphere', 'data.dim': 4, 'data.target': 'random' },
      arms: [narrow, {}],
    });
    const images = { side: 2, pixels: new Float32Array(12 * 4).fill(0.5) };
    const results = { ...flat, data: { ...flat.data!, images } };
    const { picture } = open(results);
    const first = worstSamples(results, view)[0]!.samples[0]!;

    expect(picture.parentElement!.querySelectorAll('canvas').length).toBeGreaterThan(8);
    expect(texts(picture).some((word) => word.startsWith(first.truth))).toBe(true);
    expect(functionPanel.choices!(results).map(({ value }) => value)).toEqual([
      'samples',
      'ntk',
      'end',
      'nngp',
    ]);
    expect(functionPanel.caption(results, view)).toMatch(/A \d+ of 12 in the wrong class/);
  });

  it('shows few images as large as there is room', () => {
    const size = { width: 500, height: 215 };
    const [few, many] = [imagesLayout(1, size, 11, 2), imagesLayout(1, size, 11, 64)];

    expect(few.side).toBeGreaterThan(1.4 * many.side);
    expect(many.count).toBeGreaterThan(2 * few.count);
    expect(imagesLayout(1, size, 11, few.count + 1).count).toBeGreaterThan(few.count);
  });

  it.each([1, 2, 3, 4])('has room for the images of %d arms', (arms) => {
    const { side, count, at, words } = imagesLayout(arms, { width: 500, height: 215 }, 11);

    expect(side).toBeGreaterThanOrEqual(30);
    expect(count).toBeGreaterThanOrEqual(4);
    const last = at(arms - 1, count - 1);
    expect(last.x + side).toBeLessThanOrEqual(500);
    expect(last.y + side).toBeLessThanOrEqual(215);
    expect(last.y + words.dy + 2.25 * 11).toBeLessThanOrEqual(216);
  });
});
