import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import type { Failure } from '../spec/Failure.ts';
import type { NetworkResults, Results } from '../spec/Results.ts';
import { lazyPanel } from './lazy/lazyPanel.tsx';
import { modesPanel } from './modes/modesPanel.tsx';
import { learntModes } from './modes/learntModes.ts';
import { modesArms } from './modes/modesArms.ts';
import type { PanelDefinition, PanelView } from './Panel.ts';
import { stabilityPanel } from './stability/stabilityPanel.tsx';
import { crossingWords } from './stability/stabilityWords.ts';
import { smallRun, type Wanted } from './testing/smallRun.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const showing = (option: string, step: PanelView['step'] = 'last'): PanelView => ({
  ...view,
  option,
  step,
});

/** Runs are trained once; nothing changes them. */
const run = (wanted: Wanted = {}): Results => {
  const key = JSON.stringify(wanted);
  const results = known.get(key) ?? smallRun({ step: 20, dynamics: true, ...wanted });
  known.set(key, results);
  return results;
};
const known = new Map<string, Results>();

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

const withNetworks = (
  results: Results,
  change: (network: NetworkResults) => NetworkResults,
): Results => ({
  ...results,
  arms: results.arms.map((arm) => ({ ...arm, networks: arm.networks.map(change) })),
});

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
    const results = run({ step: 0, arms: four });

    expect(open(panel, results, showing(option)).getAttribute('aria-label')).not.toMatch(
      /nothing/i,
    );
  });

  it.each(options)('shows one arm without a letter in %s', (option) => {
    const results = run();
    const shown = showing(option);

    expect(open(panel, results, shown).getAttribute('aria-label')).toMatch(/\d/);
    expect(panel.caption(results, shown)).not.toMatch(/\bA\b/);
    expect(panel.subtitle(results, shown)).not.toBe('');
  });

  it.each(options)('tells four arms apart in %s, its caption and its table', (option) => {
    const results = run({ arms: four });
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
    const results = run({ arms: four });
    const early = showing(option, 5);

    expect(open(panel, results, early).querySelectorAll('.chart-cursor').length > 0).toBe(
      option !== 'learnt' && option !== 'residual',
    );
    if (option === 'learnt' || option === 'steps') return;
    expect(panel.caption(results, early) + panel.subtitle(results, early)).toMatch(/at step 5\b/);
    expect(panel.caption(results, early)).not.toBe(panel.caption(results, showing(option)));
  });

  it.each(options)('speaks of several networks in %s', (option) => {
    const results = run({ shared: { seeds: 3 } });

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
    const results = withNetworks(run({ arms: [{}, {}] }), (network) => ({
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
    const results = run({ arms: [{}, {}] });
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
    const results = run({ arms: four });

    expect(() => open(panel, results, showing(option), { width: 240, height: 120 })).not.toThrow();
  });
});

describe('modes', () => {
  it('hold the whole residual: what is left of its square is the loss over that at the start', () => {
    const results = run();
    const { lossTrain } = results.arms[0]!.networks[0]!.curve!;
    const left = `${((100 * lossTrain[10]!) / lossTrain[0]!).toPrecision(2)} %`;

    expect(modesPanel.caption(results, showing('residual', 10))).toContain(
      `left: ${left} of the squared residual`,
    );
  });

  it('are expected after n ln 2/(ηλ) steps, where linear theory has them, when they are slow', () => {
    const results = run({ shared: { steps: 400 }, step: 400 });
    const [arm] = modesArms(results);
    const { eta } = results.arms[0]!.networks[0]!.rate!;
    const slow = learntModes(arm!).filter(
      ({ expected, predicted }) => expected > 20 && predicted < Infinity,
    );

    expect(slow.length).toBeGreaterThan(0);
    for (const { rank, expected, predicted } of slow) {
      expect(expected).toBeCloseTo((12 * Math.LN2) / (eta * arm!.eigenvalues[rank - 1]!), 8);
      expect(Math.abs(predicted / expected - 1)).toBeLessThan(0.03);
    }
  });

  it('take the loss into account: a sum of squares learns n times as fast at the same rate', () => {
    const [mean, sum] = [{}, { loss: 'mse-sum' }].map((arm) => {
      const [modes] = modesArms(run({ arms: [arm] }));
      return modes!.pace;
    });

    expect(sum! / mean!).toBeCloseTo(12, 9);
  });

  it('say of which residual they are, and what is expected, loss by loss', () => {
    const words = (...losses: readonly string[]): string =>
      modesPanel.caption(run({ arms: losses.map((loss) => ({ loss })) }), showing('learnt'));
    const residual = (loss: string): string =>
      modesPanel.caption(run({ arms: [{ loss }] }), showing('steps'));

    expect(words('mse-sum')).toContain('across: ln 2/(ηλ),');
    expect(words('mse-mean')).toContain('across: n ln 2/(2ηλ),');
    expect(words('mse', 'logistic')).toContain('across: n ln 2/(ηλ),');
    expect(words('mse', 'mse-sum')).toContain('across: ln 2/(ηcλ),');
    expect(residual('mse')).toContain('⟨vᵢ, fₜ − y⟩');
    expect(residual('logistic')).toContain('r = ∂ℓ/∂f');
  });

  it('name those that are not learnt yet in the table', () => {
    const { columns, rows } = modesPanel.table(run(), showing('learnt'));

    expect(columns).toEqual(['mode', 'eigenvalue', 'n ln 2/(ηλ)', 'measured', 'linear theory']);
    expect(rows.some((row) => row[3] === 'not yet')).toBe(true);
    expect(rows.some((row) => /^\d/.test(row[3]!))).toBe(true);
  });

  it('read out what is under the pointer', () => {
    const results = run();
    const picture = open(modesPanel, results, showing('steps'));
    fireEvent.pointerMove(picture.parentElement!, { clientX: 490, clientY: 60 });
    const { measured, steps } = results.arms[0]!.networks[0]!.modes!;

    expect(screen.getByText('step 20')).toBeTruthy();
    expect(screen.getByText(measured[steps.length - 1]!.toPrecision(3))).toBeTruthy();
  });

  it('say that there is no theory where there is none', () => {
    const results = withNetworks(run(), (network) => ({
      ...network,
      modes: { ...network.modes!, predicted: network.modes!.predicted.map(() => NaN) },
    }));

    expect(modesPanel.caption(results, showing('steps'))).toContain('linear theory says nothing');
  });
});

describe('stability', () => {
  it('has the kernel at the share of the limit that the rate has', () => {
    const shares = run({ arms: [{}, { rate: 0.9 }] }).arms.map(({ networks: [first] }) => {
      const [start] = first!.sharpness!;
      return start!.gaussNewton / start!.limit;
    });

    expect(shares).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.9, 9)]);

    const { rows } = stabilityPanel.table(run({ arms: [{ rate: 0.9 }] }), view);
    const [, , theta, limit] = rows[0]!.map(Number);

    expect(theta! / limit!).toBeCloseTo(0.9, 2);
  });

  it('says in words where sharpness reaches the limit', () => {
    const course = { first: 0.5, greatest: 1.1, last: 0.98, crosses: 120 };

    expect(crossingWords(course)).toBe(
      'progressive sharpening reaches 2/η at step 120 and stays at the edge of stability',
    );
    expect(crossingWords({ ...course, last: 2 })).toContain('and goes on to 2.0 times it');
    expect(crossingWords({ ...course, last: 0.4 })).toContain('and falls back to 40 % of it');
    expect(crossingWords({ ...course, greatest: 0.6, last: 0.6, crosses: Infinity })).toBe(
      'stays below 2/η, at most 60 % of it',
    );
    expect(crossingWords({ ...course, first: 1.2, last: 0.7, crosses: 0 })).toBe(
      'starts above 2/η, now at 70 % of it',
    );
  });

  it('names its curves as they are of the arm’s loss and optimizer', () => {
    const captionOf = (...arms: readonly Settings[]): string =>
      stabilityPanel.caption(run({ arms }), view);

    expect(captionOf({})).toContain('dashed: λ_max(Θ_t)/n; thin: 2/η ·');
    expect(captionOf({}, { opt: 'nesterov' })).toContain('thin: 2/η, times what momentum allows');
    expect(captionOf({ loss: 'mse-sum' })).toContain('dashed: its Gauss–Newton part; thin: 2/η ·');
  });

  it('marks the first measurement that is not below the limit', () => {
    const results = withNetworks(run(), (network) => ({
      ...network,
      sharpness: network.sharpness!.map((one, k) => ({
        ...one,
        hessian: one.limit * (0.6 + 0.2 * k),
      })),
    }));
    open(stabilityPanel, results, showing('share'));

    expect(screen.getByText('reaches 2/η')).toBeTruthy();
    expect(stabilityPanel.subtitle(results, view)).toContain('reaches 2/η at step 10');
  });
});

describe('curvature', () => {
  it('is shown without a limit where the optimizer has none', () => {
    const results = withNetworks(run(), (network) => ({
      ...network,
      sharpness: network.sharpness!.map((one) => ({ ...one, limit: NaN })),
    }));
    const { hessian } = results.arms[0]!.networks[0]!.sharpness!.at(-1)!;
    const picture = open(stabilityPanel, results, view);

    expect(picture.querySelector('.chart-curve.network')?.getAttribute('d')).toMatch(/^M.*L/);
    expect(picture.querySelector('.chart-curve.limit')?.getAttribute('d')).toBe('');
    expect(stabilityPanel.caption(results, view)).toContain('curvature sets no limit');
    expect(stabilityPanel.caption(results, view)).toContain(
      `at step 20: λ_max ${hessian.toPrecision(3)} ·`,
    );
  });

  it('is that of the kernel where there is no Hessian, with the reason', () => {
    const note = 'The Hessian would take too long.';
    const results = withNetworks(run({ arms: [{}, { rate: 0.9 }] }), (network) => ({
      ...network,
      sharpness: network.sharpness!.map((one) => ({ ...one, hessian: NaN, note })),
    }));
    const picture = open(stabilityPanel, results, view);

    expect(picture.querySelectorAll('.chart-curve.start')).toHaveLength(2);
    expect(screen.getByText(/^B /)).toBeTruthy();
    expect(stabilityPanel.caption(results, view)).toContain('The Hessian would take too long ·');
  });

  it('says when a run has ended without it', () => {
    open(stabilityPanel, { ...smallRun({ step: 20 }), status: 'done' }, view);

    expect(screen.getByText('not measured so far')).toBeTruthy();
  });
});

describe('lazy or rich', () => {
  /** Every arm's first network with these distances after its start. */
  const at = (
    outputs: number,
    change: number,
    more: Partial<NetworkResults> = {},
    results = run(),
  ): Results =>
    withNetworks(results, (network) => ({
      ...network,
      lazy: network.lazy!.map((one) => ({ ...one, outputs: one.step === 0 ? 0 : outputs })),
      changes: network.changes.map((one) => ({ ...one, change: one.step === 0 ? 0 : change })),
      ...more,
    }));

  it.each([
    [
      [0.09, 0.04],
      '9.0 %',
      'Lazy: at step 20 its outputs are within 10 % of its tangent’s, and its kernel has moved by 4.0 %.',
    ],
    [
      [0.3, 0.04],
      '30 %',
      'Leaving: at step 20 it is neither near its tangent nor far from it; its kernel has moved by 4.0 %.',
    ],
    [
      [0.09, 0.2],
      '9.0 %',
      'Leaving: at step 20 it is neither near its tangent nor far from it; its kernel has moved by 20 %.',
    ],
    [
      [0.09, 0.7],
      '9.0 %',
      'Rich: by step 20 its kernel has moved by 70 %, though its outputs have not left its tangent’s so far.',
    ],
    [
      [0.6, 0.04],
      '60 %',
      'Rich: at step 20 more than half of what it has learnt is off its tangent.',
    ],
    [[1.4, 0.7], '140 %', 'Rich: at step 20 it is farther from its tangent than from its start.'],
    [
      [900, 0.7],
      '> 1000 %',
      'Rich: at step 20 it is farther from its tangent than from its start.',
    ],
  ] as const)(
    'says what %j off the tangent and of kernel change mean',
    ([outputs, change], number, sentence) => {
      const results = at(outputs, change);
      open(lazyPanel, results, view);

      expect(screen.getByText(number)).toBeTruthy();
      expect(screen.getByText(sentence)).toBeTruthy();
      expect(lazyPanel.caption(results, view)).toContain(
        'lazy: off its tangent, and its kernel moved, by at most 10 %; rich: one of them by 50 % or more',
      );
    },
  );

  it('tells a catapult from a network that learns features', () => {
    const { rate } = run().arms[0]!.networks[0]!;
    const eta = 1.005 * rate!.stabilityLimit;
    const sentence =
      'Catapult: its tangent diverges at this rate, the network does not; its kernel has moved by 1.5 %.';
    open(lazyPanel, at(4.3, 0.015, { rate: { ...rate!, eta } }), view);
    expect(screen.getByText(sentence)).toBeTruthy();
    cleanup();

    // Beyond the limit of a cross-entropy nothing need diverge.
    const logistic = run({ arms: [{ loss: 'logistic' }] });
    open(lazyPanel, at(4.3, 0.015, { rate: { ...rate!, eta } }, logistic), view);
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it('calls nothing lazy or rich that has diverged', () => {
    const failure = { kind: 'diverged', sentence: 'It diverged.', action: '', step: 11 } as const;
    const results = at(900, 50, { failure });
    open(lazyPanel, results, view);
    expect(screen.getByText('Diverged: nothing of its tangent is left.')).toBeTruthy();
    cleanup();

    open(lazyPanel, results, { ...view, step: 5 });
    expect(screen.queryByText(/^Diverged/)).toBeNull();
  });

  it('says beside the number how far the kernels of several arms have moved', () => {
    const results = at(0.09, 0.7, {}, run({ arms: [{}, { sw2: 2 }] }));
    open(lazyPanel, results, view);

    expect(screen.getAllByText('9.0 %')).toHaveLength(2);
    expect(screen.getAllByText('rich')).toHaveLength(2);
    expect(screen.getAllByText('kernel moved 70 %')).toHaveLength(2);
    expect(screen.getAllByText('w', { selector: 'dt sub' })).toHaveLength(2);
  });

  it('obeys the step', () => {
    open(lazyPanel, run(), { ...view, step: 0 });

    expect(screen.getByText('At its start a network is its own tangent.')).toBeTruthy();
  });

  it('falls back on the kernel where there is no tangent to compare with', () => {
    const results = withNetworks(run(), (network) => ({ ...network, lazy: [] }));
    const { change } = results.arms[0]!.networks[0]!.changes.at(-1)!;
    open(lazyPanel, results, view);

    expect(screen.getByText('kernel change')).toBeTruthy();
    expect(screen.getByText(`${(100 * change).toPrecision(2)} %`)).toBeTruthy();
  });

  it('names the output scale of each arm', () => {
    expect(lazyPanel.caption(run(), view)).toContain('output scale α = 1');
    expect(lazyPanel.caption(run({ arms: [{}, { outscale: 10 }] }), view)).toContain(
      'output scale α: A 1, B 10',
    );
  });

  it('starts the predicted line at the pace at which kernels of many small steps set out', () => {
    // Small steps, so that the first of them is a derivative.
    const results = run({ arms: [{ rate: 0.002 }], shared: { steps: 4 }, step: 4 });
    const [network] = results.arms[0]!.networks;
    const { change } = network!.changes[1]!;
    const move = network!.hierarchy!.rate! * network!.rate!.eta;

    expect(network!.changes[1]!.step).toBe(1);
    expect(Math.abs(move / change - 1)).toBeLessThan(0.05);
    expect(lazyPanel.caption(results, view)).toContain('first move of the kernel predicted');
  });

  it('predicts no first move of optimizers whose steps have lengths of their own', () => {
    const results = run({ arms: [{ opt: 'adam', rate: 0.3 }] });

    expect(results.arms[0]!.networks[0]!.hierarchy!.rate).toBeGreaterThan(0);
    expect(lazyPanel.caption(results, view)).toContain(
      'first move of the kernel not predicted: steps of an adaptive optimizer',
    );
  });

  it('multiplies by width where widths are to be compared', () => {
    const results = run({ arms: [{ 'net.width': 16 }] });
    const picture = open(lazyPanel, results, showing('width'));
    fireEvent.pointerMove(picture.parentElement!, { clientX: 290, clientY: 100 });
    const { change } = results.arms[0]!.networks[0]!.changes.at(-1)!;

    expect(screen.getByText((16 * change).toPrecision(3))).toBeTruthy();
  });
});
