import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { MarkResult } from '../../spec/Result.ts';
import type { Settings } from '../../nn/Settings.ts';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { trainingPanel } from './trainingPanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };

const open = (results: Results, shown = view): HTMLElement => {
  render(
    <trainingPanel.Plot
      results={results}
      view={shown}
      size={{ width: 500, height: 220 }}
      onHighlight={() => undefined}
    />,
  );
  return screen.getByRole('img');
};

const withNetworks = (
  results: Results,
  change: (network: NetworkResults) => NetworkResults,
): Results => ({
  ...results,
  arms: results.arms.map((arm) => ({ ...arm, networks: arm.networks.map(change) })),
});

const curves = (picture: HTMLElement, role: string): readonly string[] =>
  [...picture.querySelectorAll(`.chart-curve.${role}`)].map((path) => path.getAttribute('d') ?? '');

const options = (): readonly string[] =>
  screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('the training panel', () => {
  it('draws each network with both of its predictions', () => {
    const picture = open(smallRun({ arms: [{}, { init: 'orthogonal' }], step: 20 }));

    for (const role of ['network', 'start', 'limit']) {
      expect(curves(picture, role)).toHaveLength(2);
      expect(curves(picture, role).every((path) => path.startsWith('M'))).toBe(true);
    }
  });

  it('shows predictions whole while the network has only begun', () => {
    const picture = open(smallRun({ step: 5 }));
    const right = (path: string): number => Number(/([\d.]+),[\d.]+$/.exec(path)?.[1]);
    const [network, predicted] = [curves(picture, 'network')[0]!, curves(picture, 'start')[0]!];

    expect(right(network)).toBeLessThan(right(predicted) / 2);
  });

  it('keeps its axes while the run goes on', () => {
    const ticks = (step: number): string[] => {
      const { container, unmount } = render(
        <trainingPanel.Plot
          results={smallRun({ step })}
          view={view}
          size={{ width: 500, height: 220 }}
          onHighlight={() => undefined}
        />,
      );
      const words = [...container.querySelectorAll('.chart-tick')].map((tick) => tick.textContent);
      unmount();
      return words;
    };

    expect(ticks(1)).toEqual(ticks(20));
  });

  it('switches between training loss, test loss and accuracy', async () => {
    open(smallRun({ step: 20 }));

    expect(options()).toEqual(['train', 'test', 'accuracy']);

    await userEvent.click(screen.getByRole('button', { name: 'accuracy' }));

    expect(screen.getByText('100 %')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'accuracy' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('classified rightly');
  });

  it('offers no accuracy of a regression and no test loss without test samples', () => {
    open(smallRun({ shared: { data: 'regression' }, step: 20 }));

    expect(options()).toEqual(['train', 'test']);
  });

  it('marks and names the step at which a network leaves its tangent', () => {
    const results = smallRun({ arms: [{}, { init: 'orthogonal' }], step: 20 });
    const picture = open(results);
    const { curve, predictions } = results.arms[0]!.networks[0]!;
    const first = curve!.lossTrain.findIndex(
      (loss, k) => Math.abs(loss / predictions.network!.lossTrain[k]! - 1) > 0.1,
    );

    expect(first).toBeGreaterThan(0);
    expect(picture.querySelectorAll('.chart-mark.leaves')).toHaveLength(2);
    expect(trainingPanel.caption(results, view)).toContain(
      `A leaves its tangent (by 10 %) at step ${first}, B at step`,
    );
  });

  it('says which rate each arm trains with, and which share of its limit that is', () => {
    const results = smallRun({ arms: [{}, {}], step: 0 });
    const { eta } = results.arms[1]!.networks[0]!.rate!;

    expect(trainingPanel.caption(results, view)).toMatch(
      new RegExp(`η = 0.50 × 2n/λ_max: A .*, B ${eta.toPrecision(3)}`),
    );
  });

  it('says with enough digits on which side of its limit a rate is, and what follows', () => {
    const captionAt = (share: number, arm: Settings = {}): string => {
      const results = withNetworks(smallRun({ arms: [arm], step: 20 }), (network) => ({
        ...network,
        rate: { ...network.rate!, eta: share * network.rate!.stabilityLimit },
      }));
      return trainingPanel.caption(results, view);
    };

    expect(captionAt(0.995)).toContain('η = 0.995 × 2n/λ_max: ');
    expect(captionAt(1.0004)).toContain('η = 1.0004 × 2n/λ_max, at which the tangent diverges: ');
    expect(captionAt(1)).toContain('η = 1.0 × 2n/λ_max: ');
    expect(captionAt(1.4, { loss: 'logistic' })).toContain('η = 1.4 × 2n/λ_max: ');
  });

  it('draws the range over several networks around their mean', () => {
    const picture = open(smallRun({ shared: { seeds: 3 }, step: 20 }));
    const bands = [...picture.querySelectorAll('.chart-band')];

    expect(bands).toHaveLength(1);
    expect(bands[0]?.getAttribute('d')).toMatch(/^M.*Z$/);
  });

  it('shows the step that other pictures show', () => {
    const picture = open(smallRun({ step: 20 }), { ...view, step: 10 });

    expect(picture.querySelector('.chart-cursor')).not.toBeNull();
  });

  it('reads the values under the pointer', () => {
    const results = smallRun({ step: 20 });
    const picture = open(results);
    fireEvent.pointerMove(picture.parentElement!, { clientX: 491, clientY: 100 });
    const { curve } = results.arms[0]!.networks[0]!;

    expect(screen.getByText('step 20')).toBeTruthy();
    expect(screen.getByText(curve!.lossTrain[20]!.toPrecision(3))).toBeTruthy();

    fireEvent.pointerLeave(picture.parentElement!);

    expect(screen.queryByText('step 20')).toBeNull();
  });

  it('has a table of about twenty steps', () => {
    const { columns, rows } = trainingPanel.table(
      smallRun({ shared: { steps: 400 }, step: 400 }),
      view,
    );

    expect(columns).toEqual(['step', 'train', 'train, Θ₀ predicts', 'train, Θ∞ predicts', 'test']);
    expect(rows).toHaveLength(21);
    expect(rows.map(([step]) => step).slice(-2)).toEqual(['380', '400']);
  });

  it('has a linear axis from zero as well, but for accuracies one alone', async () => {
    const results = smallRun({ step: 20 });
    const ticks = (picture: HTMLElement): readonly string[] =>
      [...picture.querySelectorAll('.chart-tick')].map((tick) => tick.textContent);

    expect(trainingPanel.options?.map(({ value }) => value)).toEqual(['log', 'linear']);

    const picture = open(results, { ...view, option: 'linear' });
    const linear = ticks(picture);

    expect(linear[0]).toBe('0');

    await userEvent.click(screen.getByRole('button', { name: 'accuracy' }));

    expect(ticks(picture)).toContain('100 %');
  });

  it('draws every network thin beside their mean', () => {
    const several = open(smallRun({ shared: { seeds: 3 }, step: 20 }));
    const [path = ''] = curves(several, 'run');

    expect(path.match(/M/g)).toHaveLength(3);
    expect(trainingPanel.caption(smallRun({ shared: { seeds: 3 }, step: 20 }), view)).toContain(
      'mean of 3 networks with their 10–90 %',
    );
  });

  it('draws what the kernel of a later step predicts from there on, and says so', () => {
    const results = smallRun({ step: 20, dynamics: true });
    const picture = open(results);
    const start = (role: string): number =>
      Number(/^M([\d.]+)/.exec(curves(picture, role)[0]!)?.[1]);

    expect(start('later')).toBeGreaterThan(start('network') + 100);
    expect(screen.getByText('Θ₁₀')).toBeTruthy();
    expect(trainingPanel.table(results, view).columns).toContain('train, Θ₁₀ predicts');
  });

  const marked = (words: (arm: string) => string, arms = 2): Results => {
    const results = smallRun({ arms: Array.from({ length: arms }, () => ({})), step: 20 });
    return {
      ...results,
      arms: results.arms.map((arm) => ({
        ...arm,
        networks: arm.networks.map((network) => ({
          ...network,
          marks: [
            {
              kind: 'mark',
              arm: arm.label,
              seed: network.seed,
              step: 8,
              what: 'rate',
              words: words(arm.label),
              eta: 0.1,
            } satisfies MarkResult,
          ],
        })),
      })),
    };
  };

  it('marks where a rate was changed, in words that stand once where all arms have them', () => {
    const picture = open(marked(() => 'η 0.5 → 0.1'));

    expect(picture.querySelectorAll('.chart-mark.noted')).toHaveLength(2);
    expect(screen.getAllByText('η 0.5 → 0.1')).toHaveLength(1);
    expect(
      trainingPanel.caption(
        marked(() => 'η 0.5 → 0.1'),
        view,
      ),
    ).toContain('A η 0.5 → 0.1 at step 8 · B η 0.5 → 0.1 at step 8');
  });

  it('marks no curve where it has ended before', () => {
    const results = marked(() => 'η 0.5 → 0.1', 1);
    const [arm] = results.arms;
    const [network] = arm!.networks;
    const { curve } = network!;
    const short = {
      ...network!,
      curve: {
        ...curve!,
        steps: curve!.steps.slice(0, 5),
        lossTrain: curve!.lossTrain.slice(0, 5),
      },
    };
    const picture = open({ ...results, arms: [{ ...arm!, networks: [short] }] });

    expect(picture.querySelector('.chart-mark.noted')).toBeNull();
  });

  it('says whose rate was changed where arms differ', () => {
    open(marked((arm) => (arm === 'A' ? 'η 0.5 → 0.1' : 'η 0.6 → 0.2')));

    expect(screen.getByText('A η 0.5 → 0.1')).toBeTruthy();
    expect(screen.getByText('B η 0.6 → 0.2')).toBeTruthy();
  });

  it('names the loss, the optimizer and the batches', () => {
    const caption = (arms: readonly Record<string, number | string>[]): string =>
      trainingPanel.caption(smallRun({ arms }), view);

    expect(caption([{}])).toContain('mean square (1/2n), full-batch gradient descent');
    expect(caption([{ loss: 'logistic', opt: 'adam', batch: 4 }])).toContain(
      'logistic, Adam, batches of 4',
    );
  });
});
