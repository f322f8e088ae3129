import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import { dataStream } from '../../spec/layerOf.ts';
import { resolveArms, resolveShared } from '../../spec/resolve.ts';
import type { SignalsResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallCurvature } from '../testing/smallCurvature.ts';
import { smallRun } from '../testing/smallRun.ts';
import { smallSignals } from '../testing/smallSignals.ts';
import { curvatureNames, shortName } from './curvatureMarks.ts';
import { outline, predictedDensity } from './normDensity.ts';
import { perLayer, signalsArms } from './signalsArms.ts';
import { signalsDomain, signalsLines } from './signalsLines.ts';
import { signalsPanel } from './signalsPanel.tsx';

const showing = (option: string): PanelView => ({
  step: 'last',
  highlight: undefined,
  dark: false,
  option,
});

const options = signalsPanel.options!.map(({ value }) => value);

/** Results with the signals of every arm, and of small networks without biases their curvature. */
function run(arms: readonly Settings[], curved = false): Results {
  const results = smallRun({ arms, step: 0 });
  const { data, seed } = resolveShared(results.experiment);
  const samples = data.entry.draw(data.settings, dataStream(seed), new Map());
  const chosen = resolveArms(results.experiment);
  return {
    ...results,
    arms: results.arms.map((arm, k) => ({
      ...arm,
      signals: smallSignals(chosen[k]!, samples),
      networks: arm.networks.map((network) => ({
        ...network,
        ...(curved && { curvature: smallCurvature(chosen[k]!, samples, seed) }),
      })),
    })),
  };
}

const open = (
  results: Results,
  option: string,
  size = { width: 500, height: 226 },
): HTMLElement => {
  const { container } = render(
    <signalsPanel.Plot
      results={results}
      view={showing(option)}
      size={size}
      onHighlight={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

const texts = (picture: HTMLElement): readonly string[] =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);

const tiny: Settings = { 'net.width': 4, 'net.depth': 2, bias: false };
const four: readonly Settings[] = [
  tiny,
  { init: 'orthogonal' },
  { init: 'he-normal' },
  { init: 'constant' },
];
const known = run(four, true);
const single = run([tiny], true);

describe('the signals panel', () => {
  it.each(options)('waits calmly before there is anything to see of %s', (option) => {
    const results = smallRun({ step: 0 });
    const picture = open(results, option);

    expect(picture.getAttribute('aria-label')).toMatch(/nothing yet/i);
    expect(texts(picture)).toContain('being computed …');
    expect(signalsPanel.table(results, showing(option)).rows).toEqual([]);
    expect(signalsPanel.caption(results, showing(option))).toContain('seed 1');
  });

  it.each(options)('tells four arms apart in %s, its subtitle, caption and table', (option) => {
    const picture = open(known, option);
    const { columns, rows } = signalsPanel.table(known, showing(option));

    for (const letter of 'ABCD') {
      const alone = new RegExp(`\\b${letter}\\b`);
      expect(texts(picture).some((word) => alone.test(word))).toBe(true);
      expect(signalsPanel.subtitle(known, showing(option))).toMatch(alone);
      expect(signalsPanel.caption(known, showing(option))).toMatch(alone);
      expect(rows.some(([first = '']) => alone.test(first))).toBe(true);
    }
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(options)('shows one arm without a letter in %s', (option) => {
    expect(open(single, option).getAttribute('aria-label')).toMatch(/\d/);
    expect(signalsPanel.caption(single, showing(option))).not.toMatch(/\bA\b/);
  });

  it.each(options)('draws what is finite of %s where signals explode or vanish', (option) => {
    const [arm] = single.arms;
    const wild = (values: Float64Array): Float64Array =>
      values.map((value, k) => [value, NaN, Infinity, 0, 1e300][k % 5]!);
    const broken: SignalsResult = {
      ...arm!.signals!,
      meanSquare: { ...arm!.signals!.meanSquare, mean: wild(arm!.signals!.meanSquare.mean) },
      gradient: { ...arm!.signals!.gradient, low: wild(arm!.signals!.gradient.low) },
      logNorm: { edges: Float64Array.of(0), counts: Float64Array.of(), mean: NaN, variance: NaN },
    };
    const results = { ...single, arms: [{ ...arm!, signals: broken }] };

    expect(() => open(results, option)).not.toThrow();
    expect(signalsPanel.caption(results, showing(option))).not.toMatch(/NaN|Infinity/);
  });

  it('says in the picture what failed', () => {
    const failure = {
      kind: 'diverged',
      sentence: 'A diverged by step 3.',
      action: 'Choose a smaller rate.',
      step: 3,
    } as const;
    const before = smallRun({ step: 0 });
    const results = {
      ...before,
      arms: before.arms.map((arm) => ({
        ...arm,
        networks: arm.networks.map((network) => ({ ...network, failure })),
      })),
    };
    open(results, 'square');

    expect(screen.getByText(/diverged at step 3/)).toBeTruthy();
  });

  it('reads every arm at the layer under the pointer', () => {
    const picture = open(known, 'square');
    fireEvent.pointerMove(picture.parentElement!, { clientX: 490, clientY: 60 });

    expect(screen.getByText('layer 2')).toBeTruthy();
    expect(screen.getByText('D constant', { selector: 'th span' })).toBeTruthy();
  });
});

describe('curves against depth', () => {
  it('have a band each, and a dashed one where theory says something', () => {
    const picture = open(known, 'square');

    expect(picture.querySelectorAll('.chart-curve.network')).toHaveLength(4);
    // Constant weights have no limit.
    expect(picture.querySelectorAll('.chart-curve.limit')).toHaveLength(3);
    expect(picture.querySelectorAll('.chart-band')).toHaveLength(4);
    expect(signalsPanel.caption(known, showing('square'))).toContain(
      'no theory for D: constant weights',
    );
  });

  it('say nothing of theory that is not missing', () => {
    expect(signalsPanel.caption(single, showing('square'))).not.toContain('no theory');
    expect(signalsPanel.caption(single, showing('moment'))).toContain('no theory: no law of norms');
  });

  it('give the factor per layer that the table’s means have', () => {
    const { rows } = signalsPanel.table(single, showing('square'));
    const [, first, second] = rows.map((row) => Number(row[2]));
    const subtitle = signalsPanel.subtitle(single, showing('square'));

    expect(rows.map((row) => row[1])).toEqual(['input', 'layer 1', 'layer 2']);
    expect(Number(/× ([\d.]+)/.exec(subtitle)?.[1])).toBeCloseTo(second! / first!, 1);
    const halving = Float64Array.of(7, 8, 4, 2);
    expect(perLayer({ mean: halving, low: halving, high: halving, error: halving })).toBeCloseTo(
      0.5,
      12,
    );
  });

  it('have an axis of powers of ten where they span more than one', () => {
    const flat = signalsArms(single);
    const lines = signalsLines(flat, 'square');
    const falling = lines.map((line) => ({
      ...line,
      series: { ...line.series, mean: line.series.mean.map((_, k) => 10 ** (-2 * k)) },
    }));

    expect(signalsDomain(lines, 'square')?.kind).toBe('linear');
    expect(signalsDomain(falling, 'square')?.kind).toBe('log');
    expect(signalsDomain(signalsLines(flat, 'active'), 'active')?.domain).toEqual([0, 1]);
  });
});

describe('log-norms', () => {
  it('are a density under a normal law', () => {
    const relu = run([{ act: 'relu', sw2: 2, bias: false, 'net.width': 32, 'net.depth': 3 }]);
    const { logNorm } = relu.arms[0]!.signals!;
    const { x, mean } = outline(logNorm);
    const area = x.reduce((sum, at, k) => sum + mean[k]! * ((x[k + 1] ?? at) - at), 0);
    const law = predictedDensity(logNorm);
    const lawArea = law.x.reduce(
      (sum, at, k) => sum + law.mean[k]! * ((law.x[k + 1] ?? at) - at),
      0,
    );

    expect(area).toBeCloseTo(1, 12);
    expect(lawArea).toBeCloseTo(1, 3);
    expect(open(relu, 'lognorm').querySelectorAll('.chart-curve.limit[d^="M"]')).toHaveLength(1);
    expect(signalsPanel.caption(relu, showing('lognorm'))).toContain('the predicted normal law');
  });

  it('leave out draws without one, and say how many', () => {
    const dead = run([{ init: 'constant', 'init.c': 0, bias: false }]);

    expect(signalsPanel.caption(dead, showing('lognorm'))).toContain('without 24 draws');
    expect(() => open(dead, 'lognorm')).not.toThrow();
  });
});

describe('identical and dead units', () => {
  it('are all but one of constant layers, and none of random ones', () => {
    const shares = Object.fromEntries(
      signalsPanel
        .table(known, showing('copies'))
        .rows.filter(([, layer]) => layer === 'layer 2')
        .map(([name = '', , , identical = '']) => [name.charAt(0), identical]),
    );

    expect(shares).toMatchObject({ A: '0 %', B: '0 %', D: '75 %' });
  });
});

describe('curvature', () => {
  it('has a pair of marks for every map and for all of each arm', () => {
    const picture = open(known, 'curvature');

    // Two hidden maps, the readout, and all.
    expect(picture.querySelectorAll('.chart-mark.measured')).toHaveLength(16);
    expect(picture.querySelectorAll('.chart-mark.dead')).toHaveLength(16);
    expect(texts(picture)).toEqual(expect.arrayContaining(['1', '2', 'out', 'all']));
  });

  it('of the readout is its Gauss–Newton part, since outputs are linear in it', () => {
    const { rows } = signalsPanel.table(single, showing('curvature'));
    const [, , hessian, gaussNewton] = rows.find(([, map]) => map === 'readout')!;

    expect(Number(hessian)).toBeCloseTo(Number(gaussNewton), 2);
  });

  it('puts maps of one name together, whatever the depths', () => {
    const deeper = run([{ ...tiny, 'net.width': 2 }, { 'net.depth': 3 }], true);

    expect(curvatureNames(signalsArms(deeper))).toEqual([
      'dense 1',
      'dense 2',
      'dense 3',
      'readout',
      'all weights',
    ]);
    expect(['dense 12', 'readout', 'all weights', 'stem'].map(shortName)).toEqual([
      '12',
      'out',
      'all',
      'stem',
    ]);
  });

  it('says why there is none', () => {
    const [arm] = single.arms;
    const [network] = arm!.networks;
    const unknown = 'The Hessian of so large a network would take minutes.';
    const curvature = {
      ...network!.curvature!,
      layers: [],
      whole: { hessian: NaN, gaussNewton: NaN },
      unknown,
    };
    const results = { ...single, arms: [{ ...arm!, networks: [{ ...network!, curvature }] }] };

    expect(texts(open(results, 'curvature')).some((word) => word.includes('The Hessian'))).toBe(
      true,
    );
    expect(signalsPanel.caption(results, showing('curvature'))).toContain(
      'the Hessian of so large',
    );
    expect(signalsPanel.table(results, showing('curvature')).rows).toEqual([]);
  });
});
