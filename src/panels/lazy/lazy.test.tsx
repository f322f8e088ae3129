import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
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
  const at = (outputs: number, step = 20): Results =>
    withNetworks(dynamicsRun(), (network) => ({
      ...network,
      lazy: network.lazy!.map((one) => ({ ...one, outputs: one.step === 0 ? 0 : outputs })),
      changes: network.changes.filter((change) => change.step <= step),
    }));

  it.each([
    [0.09, '9.0 %', 'Lazy: at step 20 it is within 10 % of its tangent.'],
    [0.3, '30 %', 'Leaving: at step 20 it is neither near its tangent nor far from it.'],
    [0.6, '60 %', 'Rich: at step 20 more than half of what it has learnt is off its tangent.'],
    [1.4, '140 %', 'Rich: at step 20 it is farther from its tangent than from its start.'],
  ])('says what %d off the tangent means', (outputs, number, sentence) => {
    open(at(outputs), plainView);

    expect(screen.getByText(number)).toBeTruthy();
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(lazyPanel.caption(at(outputs), plainView)).toContain(
      'lazy: within 10 % of its tangent, rich: more than 50 % off',
    );
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
