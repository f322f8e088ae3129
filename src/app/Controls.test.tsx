import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../spec/Failure.ts';
import { lossRefusal } from '../spec/lossRefusal.ts';
import type { DataResult, PhaseResult } from '../spec/Result.ts';
import type { Results } from '../spec/Results.ts';
import { emptyResults } from '../state/emptyResults.ts';
import { fromLink } from '../state/link/fromLink.ts';
import { toLink } from '../state/link/toLink.ts';
import { lab, setExperiment, setView } from '../state/lab.ts';
import { reduce } from '../state/reduce.ts';
import { withRateThroughout, type Rate } from '../state/withRate.ts';
import { Controls } from './Controls.tsx';

const open = (link: string): void => {
  setExperiment(fromLink(link).experiment);
  render(<Controls onRate={setRate} />);
};

/** As the worker tells it. */
const tell = (
  result: PhaseResult | { readonly kind: 'failure'; readonly failure: Failure },
): void =>
  lab.setState(({ experiment }) => ({ results: reduce(emptyResults(1, experiment), result) }));

const phase: PhaseResult = {
  kind: 'phase',
  arm: 'A',
  variance: 0.0259,
  slope: 0.9999,
  phase: 'critical',
};

/** As it is where nothing trains: another run. */
const setRate = (arm: number, rate: Rate, settled: boolean): void =>
  setExperiment(withRateThroughout(lab.getState().experiment, arm, rate), { commit: settled });

const link = (): string => toLink(lab.getState().experiment);

const row = (label: string | RegExp): HTMLElement => screen.getByRole('group', { name: label });

beforeEach(() => {
  setView({ selectedArm: 0 });
  lab.setState(({ experiment }) => ({ results: emptyResults(0, experiment) }));
});

describe('the controls', () => {
  it('show what all share and what one network has', () => {
    open('v=1');

    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Data',
      'Networks',
      'Network',
      'Initializer',
      'Training',
      'Run',
    ]);
    expect(within(row('Width')).getByRole<HTMLInputElement>('textbox').value).toBe('192');
  });

  it('do not offer the form of the kernel where both are the same', () => {
    open('v=1');

    expect(screen.queryByRole('group', { name: 'Outputs' })).toBeNull();
  });

  it('offer it where there are ten outputs', () => {
    open('v=1&data.classes=all');

    expect(row('Outputs')).toBeTruthy();
  });

  it('tell an own value of a later network from one of A, and give it back', async () => {
    open('v=1&arms=2&b.net.width=64');
    await userEvent.click(screen.getByRole('radio', { name: /^B/u }));

    expect(row('Depth').dataset.owner).toBe('inherited');
    expect(row('Width').dataset.owner).toBe('own');
    await userEvent.click(screen.getByRole('button', { name: "Width: back to A's value, 192" }));

    expect(row('Width').dataset.owner).toBe('inherited');
    expect(link()).toBe('v=1&arms=2');
  });

  it('set a value of the chosen network alone', async () => {
    open('v=1&arms=2');
    await userEvent.click(screen.getByRole('radio', { name: /^B/u }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Weights' }), 'orthogonal');

    expect(link()).toBe('v=1&arms=2&b.init=orthogonal');
    expect(row('Weights').dataset.owner).toBe('own');
  });

  it('add networks up to four, and remove the chosen one', async () => {
    open('v=1');
    const add = (): HTMLElement | null => screen.queryByRole('button', { name: 'Add a network' });
    for (let arms = 1; arms < 4; arms++) await userEvent.click(add() ?? document.body);

    expect(link()).toBe('v=1&arms=4');
    expect(lab.getState().view.selectedArm).toBe(3);
    expect(add()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Remove network D' }));

    expect(link()).toBe('v=1&arms=3');
    expect(lab.getState().view.selectedArm).toBe(2);
  });

  it('say why σ_w² cannot be set where the initializer fixes the variance', () => {
    open('v=1&init=he-normal');

    expect(row(/^σ ?w ?²/u).textContent).toContain('set by He');
    expect(within(row(/^σ ?w ?²/u)).queryByRole('slider')).toBeNull();
  });

  it('keep what is seldom changed behind a button', async () => {
    open('v=1');
    expect(screen.queryByRole('group', { name: 'Trained' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '2 more' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Trained' }), 'hidden');

    expect(link()).toContain('net.train=hidden');
  });

  it('show it where a link has changed it, and no more than that', () => {
    open('v=1&net.train=readout&initFirst=constant&mirror=on');

    expect(row('Trained')).toBeTruthy();
    expect(row('Mirrored')).toBeTruthy();
    expect(row('First layer')).toBeTruthy();
    expect(row('Constant c')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Readout' })).toBeNull();
    const network = within(screen.getByRole('region', { name: 'Network settings' }));
    expect(network.getByRole('button', { name: '1 more' })).toBeTruthy();
  });

  it('leave out what another setting leaves without effect', () => {
    open('v=1&net=resntk');

    expect(row('γ')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'α' })).toBeNull();
  });

  it('say which phase the network is in, once it is known', () => {
    open('v=1&sw2=1.05&sb2=2.01e-5');
    expect(screen.queryByText(/critical/u)).toBeNull();
    act(() => tell(phase));

    expect(screen.getByText(/on the critical line/u).textContent).toBe(
      'on the critical line: χ1 = 1.000, q* = 0.026',
    );
  });

  it('say that a hard threshold parts all inputs', () => {
    open('v=1&act=step&sw2=1.5&sb2=0.1');
    act(() => tell({ ...phase, variance: 0.85, slope: Infinity, phase: 'chaotic' }));

    expect(screen.getByText(/chaotic phase/u).textContent).toBe('chaotic phase: χ1 = ∞, q* = 0.85');
  });

  it('say why weights cannot be drawn, and which formula it is about', () => {
    open('v=1&init=custom&init.expr=sqrt(2/fanIn');
    const field = within(row('Weight =')).getByRole('textbox');
    expect(field.getAttribute('aria-invalid')).toBe('false');
    const failure: Failure = {
      kind: 'refused',
      arm: 'A',
      seed: 0,
      sentence: 'A: The parenthesis at character 5 has no partner.',
      action: 'Close it with “)”.',
    };
    act(() => tell({ kind: 'failure', failure }));

    expect(field.getAttribute('aria-invalid')).toBe('true');
    const words = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(words?.textContent).toBe(
      'A: The parenthesis at character 5 has no partner. Close it with “)”.',
    );
  });

  it('list initializers by their kin, and explain the chosen one', () => {
    open('v=1&init=orthogonal');
    const weights = screen.getByRole('combobox', { name: 'Weights' });

    expect(within(weights).getAllByRole('group').length).toBeGreaterThan(4);
    expect(within(weights).getByRole('group', { name: 'heavy tails' }).textContent).toContain(
      'stable',
    );
    expect(row('Weights').textContent).toMatch(/Haar.*Source: Huang, Du & Xu \(2021\)\./u);
  });

  it('take σ_w² where the first layer uses it, though the hidden layers do not', () => {
    open('v=1&init=he-normal&initFirst=gaussian');

    expect(within(row(/^σ ?w ?²/u)).getByRole('slider')).toBeTruthy();
  });

  it('give up a first layer of its own for that of A', async () => {
    open('v=1&arms=2&b.initFirst=orthogonal');
    await userEvent.click(screen.getByRole('radio', { name: /^B/u }));
    await userEvent.click(
      screen.getByRole('button', { name: "First layer: back to A's value, as hidden layers" }),
    );

    expect(link()).toBe('v=1&arms=2');
    expect(screen.queryByRole('group', { name: 'First layer' })).toBeNull();
  });

  describe('of training', () => {
    const training = () => within(screen.getByRole('region', { name: 'Training settings' }));
    const run = () => within(screen.getByRole('region', { name: 'Run settings' }));
    const options = (name: string): readonly (string | null)[] =>
      Array.from(
        training().getByRole<HTMLSelectElement>('combobox', { name }).options,
        ({ textContent }) => textContent,
      );

    it('have loss, optimizer and rate in sight, and the rest behind buttons', async () => {
      open('v=1');
      expect(
        training()
          .getAllByRole('group')
          .map((group) => group.getAttribute('aria-labelledby'))
          .map((id) => document.getElementById(id ?? '')?.textContent),
      ).toEqual(['Loss', 'Optimizer', 'Rate η', 'Rate in']);
      await userEvent.click(training().getByRole('button', { name: '5 more' }));
      await userEvent.click(run().getByRole('button', { name: '6 more' }));

      for (const name of ['Rate later', 'Layer rates', 'Batch', 'Scale α'])
        expect(row(name)).toBeTruthy();
      for (const name of ['Stop at loss', 'Stop at acc.', 'Patience', 'Predict flow'])
        expect(row(name)).toBeTruthy();
    });

    it.each([
      ['v=1', '2n/λₘₐₓ'],
      ['v=1&loss=mse-mean', 'n/λₘₐₓ'],
      ['v=1&loss=logistic', '8n/λₘₐₓ'],
      ['v=1&opt=momentum', '(1 + β)·2n/λₘₐₓ'],
      ['v=1&decay=0.1', '2/(λₘₐₓ/n + λ)'],
    ])('write the limit of %s as %s', (address, words) => {
      open(address);

      expect(options('Rate in')).toEqual([words, 'plain number']);
    });

    it('take a plain rate with an optimizer that has no limit, and say so', async () => {
      open('v=1');
      await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Optimizer' }), 'adam');

      expect(link()).toBe('v=1&opt=adam&rate=0.001&rate.unit=plain');
      expect(row('Rate in').textContent).toContain('no limit with Adam');
      expect(row('Optimizer').textContent).toContain('Kingma & Ba');
    });

    it('say that a rate is far too large for an adaptive optimizer, and set one that is not', async () => {
      open('v=1&opt=adam');
      expect(training().getByText(/With Adam every weight moves by about η/u)).toBeTruthy();
      await userEvent.click(training().getByRole('button', { name: 'Use 0.001' }));

      expect(link()).toBe('v=1&opt=adam&rate=0.001&rate.unit=plain');
      expect(training().queryByText(/is far/u)).toBeNull();
    });

    it('let a network take its optimizer from A again, and the rate with it', async () => {
      open('v=1&arms=2&b.opt=adam&b.rate=0.001&b.rate.unit=plain');
      await userEvent.click(screen.getByRole('radio', { name: /^B/u }));
      await userEvent.click(screen.getByRole('button', { name: /^Optimizer: back to A/u }));

      expect(link()).toBe('v=1&arms=2');
    });

    it('say what leaves a setting without effect', async () => {
      open('v=1&rate.layers=on&flow=on&opt=momentum&relinearize=10');
      expect(row('Layer rates').textContent).toContain('as NTK scaling has them');
      expect(row('Predict flow').textContent).toContain('of full gradient descent only');
      expect(row('Tangent at').textContent).toContain('of gradient descent only');

      await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Optimizer' }), 'gd');
      expect(within(row('Predict flow')).getByRole('switch')).toBeTruthy();
    });

    it('say what a start is not that was taken apart', () => {
      open('v=1&init=looks-linear&act=relu&initFirst=gaussian');
      const group = within(screen.getByRole('region', { name: 'Initializer settings' }));

      expect(group.getByText(/Only its own first layer makes the mirrored pairs/u)).toBeTruthy();
    });

    it('show the default range of uniform weights as a number to read', () => {
      open('v=1&init=uniform');

      expect(within(row('Range ±')).getByRole<HTMLInputElement>('textbox').value).toBe('1.732');
    });

    it('show the rate that training has come to', () => {
      open('v=1&rate=0.9&rate.changes=50:0.1,80:0.02:plain');
      const rate = () => within(row('Rate η')).getByRole<HTMLInputElement>('textbox').value;
      const at = (step: number): void =>
        act(() => lab.setState(({ results }) => ({ results: { ...results, step } })));
      act(() => lab.setState(({ experiment }) => ({ results: emptyResults(1, experiment) })));
      expect(rate()).toBe('0.9');
      at(50);
      expect(rate()).toBe('0.1');
      at(90);
      expect(rate()).toBe('0.02');
      expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Rate in' }).value).toBe(
        'plain',
      );
      at(49);
      expect(rate()).toBe('0.9');
    });

    it('plan rates for later, and explain what is no plan', async () => {
      open('v=1&rate.changes=50:0.1');
      const field = within(row('Rate later')).getByRole('textbox');
      await userEvent.clear(field);
      await userEvent.type(field, '60:0.2 30:.3{Enter}');
      expect(link()).toBe('v=1&rate.changes=30:0.3,60:0.2');
      await userEvent.clear(field);
      await userEvent.type(field, 'soon{Enter}');
      expect(screen.getByRole('alert').textContent).toBe(
        'That is no list of steps and rates such as 120:0.5,180:0.1 (“soon”); still “30:0.3,60:0.2”.',
      );
      await userEvent.clear(field);
      await userEvent.type(field, '{Enter}');
      expect(link()).toBe('v=1');
    });

    it('say what many networks cost', () => {
      open('v=1&seeds=16&arms=2&steps=200&snapshots=4');
      expect(screen.queryByText(/networks: about/u)).toBeNull();
      act(() =>
        lab.setState(({ experiment }) => ({
          results: { ...emptyResults(1, experiment), timings: { step_ms: 2, ntk_ms: 20 } },
        })),
      );

      expect(run().getByText('32 networks: about 16 s, 0.50 s each')).toBeTruthy();
    });

    it('say under the loss what it does not fit', () => {
      open('v=1&loss=softmax');
      const data: DataResult = {
        kind: 'data',
        n: 1,
        nTest: 0,
        inputs: 1,
        outputs: 1,
        x: Float64Array.of(0),
        y: Float64Array.of(1),
        xTest: new Float64Array(),
        yTest: new Float64Array(),
        classes: ['3', '8'],
        order: '',
        standardization: '',
      };
      const words = lossRefusal({ loss: 'softmax' }, { outputs: 1, classes: true }) ?? '';
      const cut = words.indexOf('. ') + 1;
      const failure: Failure = {
        kind: 'refused',
        arm: 'A',
        seed: 0,
        sentence: `A: ${words.slice(0, cut)}`,
        action: words.slice(cut + 1),
      };
      act(() =>
        lab.setState(({ experiment }) => ({
          results: [data, { kind: 'failure', failure } as const].reduce<Results>(
            reduce,
            emptyResults(1, experiment),
          ),
        })),
      );

      expect(training().getByText(/Choose the logistic loss, or all classes\.$/u)).toBeTruthy();
    });
  });
});
