import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { dynamicsRun, plainView, showing, withNetworks } from '../testing/dynamicsRun.ts';
import { lazyPanel } from './lazyPanel.tsx';

const open = (results: Results, shown: PanelView): HTMLElement => {
  const { container } = render(
    <lazyPanel.Plot
      results={results}
      view={shown}
      size={{ width: 500, height: 226 }}
      onHighlight={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

describe('lazy or rich', () => {
  /** Every arm's first network with these distances after its start. */
  const at = (
    outputs: number,
    change: number,
    more: Partial<NetworkResults> = {},
    results = dynamicsRun(),
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
      'Leaving: at step 20 its outputs are within 10 % of its tangent’s, but its kernel has moved by 20 %.',
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
      open(results, plainView);

      expect(screen.getByText(number)).toBeTruthy();
      expect(screen.getByText(sentence)).toBeTruthy();
      expect(lazyPanel.caption(results, plainView)).toContain(
        'lazy: off its tangent, and its kernel moved, by at most 10 %; rich: one of them by 50 % or more',
      );
    },
  );

  it('compares with no tangent after the rate was changed', () => {
    const mark = {
      kind: 'mark',
      arm: 'A',
      seed: 0,
      step: 5,
      what: 'rate',
      words: 'η 1 → 2',
    } as const;
    const results = at(0.09, 0.7, { marks: [mark] });
    open(results, plainView);

    expect(screen.getByText('kernel change')).toBeTruthy();
    expect(screen.getByText('70 %')).toBeTruthy();
    expect(
      screen.getByText(
        'The rate was changed at step 5, and the tangent is followed no farther: by step 20 its kernel has moved by so much.',
      ),
    ).toBeTruthy();
    expect(lazyPanel.caption(results, plainView)).not.toContain('test samples');
    cleanup();

    open(results, { ...plainView, step: 5 });
    expect(screen.getByText('9.0 %')).toBeTruthy();
  });

  it('tells a catapult from a network that learns features', () => {
    const { rate } = dynamicsRun().arms[0]!.networks[0]!;
    const eta = 1.005 * rate!.stabilityLimit;
    const sentence =
      'Catapult: its tangent diverges at this rate, the network does not; its kernel has moved by 1.5 %.';
    open(at(4.3, 0.015, { rate: { ...rate!, eta } }), plainView);
    expect(screen.getByText(sentence)).toBeTruthy();
    cleanup();

    // Beyond the limit of a cross-entropy nothing need diverge.
    const logistic = dynamicsRun({ arms: [{ loss: 'logistic' }] });
    open(at(4.3, 0.015, { rate: { ...rate!, eta } }, logistic), plainView);
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it('calls nothing lazy or rich that has diverged', () => {
    const failure = { kind: 'diverged', sentence: 'It diverged.', action: '', step: 11 } as const;
    const results = at(900, 50, { failure });
    open(results, plainView);
    expect(screen.getByText('Diverged: nothing of its tangent is left.')).toBeTruthy();
    cleanup();

    open(results, { ...plainView, step: 5 });
    expect(screen.queryByText(/^Diverged/)).toBeNull();
  });

  it('says beside the number how far the kernels of several arms have moved', () => {
    const results = at(0.09, 0.7, {}, dynamicsRun({ arms: [{}, { sw2: 2 }] }));
    open(results, plainView);

    expect(screen.getAllByText('9.0 %')).toHaveLength(2);
    expect(screen.getAllByText('rich')).toHaveLength(2);
    expect(screen.getAllByText('kernel moved 70 %')).toHaveLength(2);
    expect(screen.getAllByText('w', { selector: 'dt sub' })).toHaveLength(2);
  });

  it('obeys the step', () => {
    open(dynamicsRun(), { ...plainView, step: 0 });

    expect(screen.getByText('At its start a network is its own tangent.')).toBeTruthy();
  });

  it('falls back on the kernel where there is no tangent to compare with', () => {
    const results = withNetworks(dynamicsRun(), (network) => ({ ...network, lazy: [] }));
    const { change } = results.arms[0]!.networks[0]!.changes.at(-1)!;
    open(results, plainView);

    expect(screen.getByText('kernel change')).toBeTruthy();
    expect(screen.getByText(`${(100 * change).toPrecision(2)} %`)).toBeTruthy();
  });

  it('names the output scale of each arm', () => {
    expect(lazyPanel.caption(dynamicsRun(), plainView)).toContain('output scale α = 1');
    expect(lazyPanel.caption(dynamicsRun({ arms: [{}, { outscale: 10 }] }), plainView)).toContain(
      'output scale α: A 1, B 10',
    );
  });

  it('starts the predicted line at the pace at which kernels of many small steps set out', () => {
    // Small steps, so that the first of them is a derivative.
    const results = dynamicsRun({ arms: [{ rate: 0.002 }], shared: { steps: 4 }, step: 4 });
    const [network] = results.arms[0]!.networks;
    const { change } = network!.changes[1]!;
    const move = network!.hierarchy!.rate! * network!.rate!.eta;

    expect(network!.changes[1]!.step).toBe(1);
    expect(Math.abs(move / change - 1)).toBeLessThan(0.05);
    expect(lazyPanel.caption(results, plainView)).toContain('first move of the kernel predicted');
  });

  it('predicts no first move of optimizers whose steps have lengths of their own', () => {
    const results = dynamicsRun({ arms: [{ opt: 'adam', rate: 0.3 }] });

    expect(results.arms[0]!.networks[0]!.hierarchy!.rate).toBeGreaterThan(0);
    expect(lazyPanel.caption(results, plainView)).toContain(
      'first move of the kernel not predicted: steps of an adaptive optimizer',
    );
  });

  it('multiplies by width where widths are to be compared', () => {
    const results = dynamicsRun({ arms: [{ 'net.width': 16 }] });
    const picture = open(results, showing('width'));
    fireEvent.pointerMove(picture.parentElement!, { clientX: 290, clientY: 100 });
    const { change } = results.arms[0]!.networks[0]!.changes.at(-1)!;

    expect(screen.getByText((16 * change).toPrecision(3))).toBeTruthy();
  });
});
