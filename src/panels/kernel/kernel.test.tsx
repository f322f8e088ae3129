import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import type { PanelView, SamplePair } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { kernelPanel } from './kernelPanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const orthogonal: readonly Settings[] = [{}, { init: 'orthogonal' }];

/** The panel with a highlight that it sets itself, as the page has it. */
function Live({ results }: { readonly results: Results }) {
  const [highlight, setHighlight] = useState<SamplePair>();
  return (
    <kernelPanel.Plot
      results={results}
      view={{ ...view, highlight }}
      size={{ width: 700, height: 320 }}
      onHighlight={setHighlight}
    />
  );
}

const open = (results: Results): HTMLElement => {
  render(<Live results={results} />);
  return screen.getByRole('application');
};

/** The lines of the readout: the samples, then each arm's values, then the limit's. */
const readout = (): readonly string[] =>
  screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('the kernel panel', () => {
  it('has a map for the start, now, the difference and the limit of every arm, equal limits once', () => {
    const plot = open(smallRun({ arms: orthogonal, step: 20 }));

    expect(plot.querySelectorAll('canvas')).toHaveLength(3 + 3 + 1);
  });

  it('has a limit for every arm where they differ', () => {
    const plot = open(smallRun({ arms: [{}, { sw2: 3 }], step: 20 }));

    expect(plot.querySelectorAll('canvas')).toHaveLength(4 + 4);
  });

  it('says why there is no limit, in full in the caption', () => {
    const results = smallRun({ arms: [{}, { init: 'constant' }], step: 20 });
    open(results);

    expect(screen.getByText(/^no limit: constant weights make all units/)).toBeTruthy();
    expect(kernelPanel.caption(results, view)).toContain('B has no limit: Constant weights');
  });

  it('has nothing to compare before training', () => {
    open(smallRun({ step: 0 }));

    expect(screen.getByText('zero before training')).toBeTruthy();
  });

  it('reads a pair of samples before anyone points, and the values of every kernel', () => {
    open(smallRun({ arms: orthogonal, step: 20 }));

    expect(readout()).toHaveLength(4);
    expect(readout()[0]).toMatch(/^samples \d+ \(−1\), \d+ \(\+1\)$/);
    expect(readout()[1]).toMatch(/^A −?\d.* → −?\d/);
    expect(readout()[3]).toMatch(/^∞ −?\d/);
  });

  it('moves the pair by arrow keys within the samples and lets go of it by Escape', async () => {
    const person = userEvent.setup();
    const results = smallRun({ arms: orthogonal, step: 20 });
    const plot = open(results);
    const [first] = readout();
    plot.focus();
    await person.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowLeft}{ArrowLeft}{/Shift}');

    expect(readout()[0]).toBe('samples 0 (−1), 0 (−1)');

    await person.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    const { start, shown } = valuesAt(results, 1, 2);

    expect(readout()[0]).toBe('samples 1 (−1), 2 (−1)');
    expect(readout()[1]).toBe(`A ${start.toPrecision(3)} → ${shown.toPrecision(3)}`);

    await person.keyboard('{Escape}');

    expect(readout()[0]).toBe(first);
  });

  it('follows the pointer over a map, and lets go where a mouse leaves', () => {
    const plot = open(smallRun({ arms: orthogonal, step: 20 }));
    const [first] = readout();
    const { left, top } = plot.querySelector<HTMLElement>('.kernel-map')!.style;
    const corner = { clientX: Number.parseInt(left) + 1, clientY: Number.parseInt(top) + 1 };
    fireEvent.pointerMove(plot, corner);

    expect(readout()[0]).toBe('samples 0 (−1), 0 (−1)');

    fireEvent.pointerLeave(plot, { pointerType: 'mouse' });

    expect(readout()[0]).toBe(first);
  });

  it('switches to the distance of the start from infinite width', async () => {
    open(smallRun({ arms: orthogonal, step: 20 }));
    const head = screen.getByRole('button');

    expect(head.textContent).toBe('Θ20 − Θ0');

    await userEvent.click(head);

    expect(head.textContent).toBe('Θ0 − Θ∞');
  });

  it('shows the kernel of an earlier step under its own name', () => {
    const results = smallRun({ step: 20 });
    render(
      <kernelPanel.Plot
        results={results}
        view={{ ...view, step: 14 }}
        size={{ width: 500, height: 220 }}
        onHighlight={() => undefined}
      />,
    );

    expect(screen.getByRole('button').textContent).toContain('Θ10 − Θ0');
    expect(kernelPanel.caption(results, { ...view, step: 14 })).toContain('training moved it');
    expect(kernelPanel.caption(results, { ...view, step: 0 })).not.toContain('moved');
  });

  it('says how far a kernel is from its limit and from its start', () => {
    const results = smallRun({ step: 20 });
    const [arm] = results.arms;
    const [start, last] = [arm!.networks[0]!.kernels[0]!, arm!.networks[0]!.kernels.at(-1)!];
    const moved =
      (100 * norm(last.values.map((value, k) => value - start.values[k]!))) / norm(start.values);

    expect(moved).toBeGreaterThan(10);
    expect(kernelPanel.caption(results, view)).toContain(`moved it ${moved.toFixed(0)} %`);
  });
});

describe('the table of kernels', () => {
  it('has every entry of few samples', () => {
    const { columns, rows } = kernelPanel.table(smallRun({ step: 0 }), view);

    // Θ_0 and Θ_∞ of 12 samples, each row with the kernel's name and its number.
    expect(columns).toHaveLength(14);
    expect(rows).toHaveLength(24);
  });

  it('sums many samples up by pairs of classes', () => {
    const results = smallRun({ shared: { 'data.n': 40 }, step: 0 });
    const { rows } = kernelPanel.table(results, view);
    const diagonal = rows.find(([name, pair]) => name === 'Θ₀' && pair === 'each with itself')!;
    const { values } = results.arms[0]!.networks[0]!.kernels[0]!;
    const own = Array.from({ length: 40 }, (_, k) => values[41 * k]!);

    expect(rows.map(([, pair]) => pair).slice(0, 4)).toEqual([
      'each with itself',
      '−1 with other −1',
      '−1 with +1',
      '+1 with other +1',
    ]);
    expect(Number(diagonal[3])).toBeCloseTo(Math.min(...own), 3);
    expect(Number(diagonal[4])).toBeCloseTo(Math.max(...own), 3);
  });
});

const norm = (values: Float32Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

const valuesAt = (results: Results, i: number, j: number): { start: number; shown: number } => {
  const { kernels } = results.arms[0]!.networks[0]!;
  const [start, last] = [kernels[0]!, kernels.at(-1)!];
  return { start: start.values[i * start.size + j]!, shown: last.values[i * last.size + j]! };
};
