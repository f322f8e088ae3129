import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import type { Results } from '../spec/Results.ts';
import { jacobianPanel } from './jacobian/jacobianPanel.tsx';
import type { PanelDefinition, PanelView } from './Panel.ts';
import { smallRun, type Wanted } from './testing/smallRun.ts';
import { weightsPanel } from './weights/weightsPanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const showing = (option: string): PanelView => ({ ...view, option });

const run = (wanted: Wanted = {}): Results => smallRun({ step: 0, start: true, ...wanted });

const open = (
  { Plot }: PanelDefinition,
  results: Results,
  option: string,
  size = { width: 500, height: 226 },
): HTMLElement => {
  const { container } = render(
    <Plot results={results} view={showing(option)} size={size} onHighlight={() => undefined} />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

const texts = (picture: HTMLElement): readonly string[] =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);

const narrow: Settings = { 'net.width': 32, 'net.depth': 4 };
const four: readonly Settings[] = [
  narrow,
  { init: 'orthogonal' },
  { init: 'he-normal' },
  { init: 'constant' },
];

/** "0.988 (theory 1.01)" after a letter, as two numbers. */
const measuredAndTheory = (words: string, letter: string): readonly number[] =>
  new RegExp(`${letter} ([\\d.]+) \\(theory ([\\d.]+)\\)`).exec(words)?.slice(1).map(Number) ?? [];

describe.each([
  ['weights', weightsPanel],
  ['jacobian', jacobianPanel],
] as const)('the panel %s', (_id, panel) => {
  const options = panel.options!.map(({ value }) => value);

  it('is explained, with its source', () => {
    expect(panel.explain.sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(panel.explain.source).toMatch(/\(\d{4}\)/);
  });

  it.each(options)('waits calmly before there is anything to see of %s', (option) => {
    const results = smallRun({ step: 0 });
    const picture = open(panel, results, option);

    expect(picture.getAttribute('aria-label')).toMatch(/nothing yet/i);
    expect(texts(picture)).toContain('being computed …');
    expect(panel.table(results, showing(option)).rows).toEqual([]);
    expect(panel.caption(results, showing(option))).toContain('seed 1');
  });

  it.each(options)('tells four arms apart in %s, its caption and its table', (option) => {
    const results = run({ arms: four });
    const picture = open(panel, results, option);
    const { columns, rows } = panel.table(results, showing(option));

    for (const letter of 'ABCD') {
      const alone = new RegExp(`\\b${letter}`);
      expect(texts(picture).some((word) => alone.test(word))).toBe(true);
      expect(rows.some(([first = '']) => alone.test(first))).toBe(true);
    }
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(options)('shows one arm without a letter in %s', (option) => {
    const results = run({ arms: [narrow] });

    expect(open(panel, results, option).getAttribute('aria-label')).toMatch(/\d/);
    expect(panel.caption(results, showing(option))).not.toMatch(/\bA\b/);
  });

  it('says that it is of the first of several networks', () => {
    expect(panel.caption(run({ shared: { seeds: 3 } }), view)).toContain('network 1 of 3 (seed 1)');
  });

  it('says in the picture what failed', () => {
    const results = smallRun({ arms: [{}, {}], step: 0 });
    const failure = {
      kind: 'diverged',
      sentence: 'B diverged by step 3.',
      action: 'Choose a smaller rate.',
      step: 3,
    } as const;
    const [a, b] = results.arms;
    const failed = { ...b!, networks: b!.networks.map((network) => ({ ...network, failure })) };
    open(panel, { ...results, arms: [a!, failed] }, options[0]!);

    expect(screen.getByText(/diverged at step 3/)).toBeTruthy();
  });
});

describe('the weights panel', () => {
  const table = (results: Results) => weightsPanel.table(results, view).rows;
  const numbers = (results: Results, letter: string, column: number): readonly number[] =>
    table(results)
      .filter(([layer = '']) => layer.startsWith(letter))
      .map((row) => Number(row[column]));

  it.each(['histogram', 'log'])('has an outline of every arm in every layer in %s', (option) => {
    const picture = open(weightsPanel, run({ arms: four }), option);

    expect(picture.querySelectorAll('.weights-outline')).toHaveLength(5 * 4);
    expect(texts(picture)).toEqual(expect.arrayContaining(['dense 1', 'dense 4', 'readout']));
  });

  it('shows as many layers of a deep network as fit, the first and the readout among them', () => {
    const results = run({ arms: [{ 'net.width': 8, 'net.depth': 30 }] });
    const picture = open(weightsPanel, results, 'histogram');
    const shown = picture.querySelectorAll('.weights-outline').length;

    expect(shown).toBeGreaterThan(5);
    expect(shown).toBeLessThan(31);
    expect(texts(picture)).toEqual(expect.arrayContaining(['dense 1', 'readout']));
    expect(table(results)).toHaveLength(31);
  });

  it('shades where independent entries have their singular values, and nothing of others', () => {
    const picture = open(weightsPanel, run({ arms: four }), 'singular');

    // Gaussian and He in four layers each; a readout has a single value.
    expect(picture.querySelectorAll('.weights-edges')).toHaveLength(8);
  });

  it('tells the rank of equal weights in the picture, the caption and the table', () => {
    const results = run({ arms: four });
    const ranks = texts(open(weightsPanel, results, 'singular')).filter((word) =>
      word.startsWith('rank'),
    );

    expect(ranks).toEqual(['rank 1', 'rank 1', 'rank 1', 'rank 1']);
    expect(weightsPanel.caption(results, showing('singular'))).toMatch(/D rank 1 of 2 .* 4 layers/);
    expect(table(results).find(([layer]) => layer === 'D 2')?.[5]).toBe('1 of 32');
    expect(table(results).find(([layer]) => layer === 'D 2')?.[4]).toBe('0');
    expect(table(results).find(([layer]) => layer === 'A 2')?.[5]).toBe('32');
  });

  it('has variances that are those of the schemes, in units of 1/fan-in', () => {
    const results = run({
      arms: [{ ...narrow, sw2: 1.5, 'net.width': 128 }, { init: 'he-normal' }],
    });

    // The second and third of four layers have 128² entries: within 5 standard errors, √(2/128²)·σ².
    for (const value of numbers(results, 'A', 4).slice(1, 3)) expect(value).toBeCloseTo(1.5, 1);
    for (const value of numbers(results, 'B', 4).slice(1, 3)) expect(value).toBeCloseTo(2, 0.9);
  });

  it('says of light tails that their exponent means nothing, and of heavy ones what it is', () => {
    const results = run({
      arms: [
        { ...narrow, 'net.width': 96 },
        { init: 'stable', 'init.alpha': 1.2 },
      ],
    });
    const caption = weightsPanel.caption(results, showing('tail'));
    const [exponent = NaN, error = NaN] =
      /B ([\d.]+) ± ([\d.]+)/.exec(caption)?.slice(1).map(Number) ?? [];

    expect(caption).toMatch(/A has light tails, .* means nothing/);
    expect(Math.abs(exponent - 1.2)).toBeLessThan(4 * error);
    expect(texts(open(weightsPanel, results, 'tail')).join()).not.toContain('all tails are light');
  });

  it('says so in the picture where all tails are light', () => {
    expect(texts(open(weightsPanel, run({ arms: [narrow] }), 'tail')).join()).toContain(
      'all tails are light: these exponents mean nothing',
    );
  });

  it('reads the layer under the pointer', () => {
    const picture = open(weightsPanel, run({ arms: four }), 'histogram');
    fireEvent.pointerMove(picture.parentElement!, { clientX: 40, clientY: 60 });

    expect(screen.getByText('dense 1', { selector: 'th' })).toBeTruthy();
    expect(screen.getByText('1 of 2', { selector: 'td' })).toBeTruthy();
  });
});

describe('the Jacobian panel', () => {
  it('has the moments of s² of the deepest hidden Jacobian in its caption, beside theory', () => {
    const results = run({ arms: four });
    const [a] = results.arms;
    const { singular } = a!.networks[0]!.jacobian!.hidden.at(-1)!;
    const squares = [...singular].map((s) => s ** 2);
    const mean = squares.reduce((sum, square) => sum + square) / squares.length;
    const second = squares.reduce((sum, square) => sum + square ** 2, 0) / squares.length;
    const caption = jacobianPanel.caption(results, view);
    const [means = '', variances = ''] = /mean (.*); variance (.*)/.exec(caption)?.slice(1) ?? [];
    const { theory } = a!.networks[0]!.jacobian!;

    expect(caption).toContain('∂h₄/∂h₁');
    expect(measuredAndTheory(means, 'A')[0]).toBeCloseTo(mean, 2);
    expect(measuredAndTheory(variances, 'A')[0]).toBeCloseTo(second - mean ** 2, 1);
    expect(theory.exists && measuredAndTheory(means, 'A')[1]).toBeCloseTo(
      theory.exists ? theory.meanSquare.at(-1)! : NaN,
      2,
    );
    expect(caption).toMatch(/no theory for C, D: its weights/);
  });

  it('calls orthogonal weights with a linear activation isometric', () => {
    const linear = { ...narrow, act: 'linear', init: 'orthogonal', sw2: 1, bias: false };
    const results = run({ arms: [linear] });

    expect(jacobianPanel.subtitle(results, view)).toBe('∂h₄/∂h₁; isometry 1.0');
    const { rows } = jacobianPanel.table(results, view);
    expect(rows.map((row) => row.slice(2, 7))).toEqual(
      Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => '1.00')),
    );
  });

  it('counts every singular value in its histogram', () => {
    const linear = { ...narrow, act: 'linear' };
    const picture = open(jacobianPanel, run({ arms: [linear, { init: 'constant' }] }), 'histogram');

    expect(picture.querySelectorAll('.jacobian-outline')).toHaveLength(2);
    // Equal weights stretch one of 32 directions and shrink all others to nothing.
    expect(texts(picture)).toContain('← B 97 % below');
  });

  it('draws a fan for each arm against depth, with theory where there is one', () => {
    const picture = open(jacobianPanel, run({ arms: four }), 'depth');

    expect(picture.querySelectorAll('.chart-band')).toHaveLength(4);
    expect(picture.querySelectorAll('.jacobian-extreme')).toHaveLength(8);
    expect(picture.querySelectorAll('.chart-curve.limit')).toHaveLength(2);
  });

  it('goes from the inputs to the outputs', () => {
    const results = run({ arms: four });

    expect(texts(open(jacobianPanel, results, 'inputs'))).toContain('f');
    const { rows } = jacobianPanel.table(results, showing('inputs'));
    expect(rows.filter(([to = '']) => to.startsWith('A')).map(([to]) => to)).toEqual([
      'A layer 1',
      'A layer 2',
      'A layer 3',
      'A layer 4',
      'A outputs',
    ]);
  });

  it('reads the layer under the pointer', () => {
    const picture = open(jacobianPanel, run({ arms: four }), 'depth');
    fireEvent.pointerMove(picture.parentElement!, { clientX: 480, clientY: 60 });

    expect(screen.getByText('layer 4', { selector: 'th' })).toBeTruthy();
  });

  it('says what a single hidden layer has instead', () => {
    const results = run({ arms: [{ ...narrow, 'net.depth': 1 }] });

    expect(jacobianPanel.subtitle(results, view)).toContain('∂h₁/∂x');
    expect(texts(open(jacobianPanel, results, 'depth')).join()).toContain('no two hidden layers');
  });

  it('says why there are none', () => {
    const results = run({ arms: [narrow] });
    const [arm] = results.arms;
    const [network] = arm!.networks;
    const unknown = 'Derivatives by 9000 numbers would take too long.';
    const jacobian = { ...network!.jacobian!, hidden: [], fromInputs: [], unknown };
    const without = { ...results, arms: [{ ...arm!, networks: [{ ...network!, jacobian }] }] };

    expect(texts(open(jacobianPanel, without, 'histogram')).join()).toContain(unknown);
    expect(jacobianPanel.caption(without, view)).toContain(unknown);
  });
});
