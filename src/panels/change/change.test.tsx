import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { changePanel } from './changePanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };

const open = (results: Results, option = 'kernel'): HTMLElement => {
  render(
    <changePanel.Plot
      results={results}
      view={{ ...view, option }}
      size={{ width: 440, height: 220 }}
      onHighlight={() => undefined}
    />,
  );
  return screen.getByRole('img');
};

describe('the panel of kernel change', () => {
  it('marks every measurement', () => {
    const picture = open(smallRun({ arms: [{}, {}], step: 20 }));

    expect(picture.querySelectorAll('.chart-mark.measured')).toHaveLength(2 * 5);
  });

  it('ends at what was measured last', () => {
    const results = smallRun({ step: 20 });
    const { change } = results.arms[0]!.networks[0]!.changes.at(-1)!;

    expect(open(results).getAttribute('aria-label')).toContain(
      `0 at first, ${change.toPrecision(3)} at step 20`,
    );
  });

  it('shows the alignment with the target', () => {
    const results = smallRun({ step: 20 });
    const picture = open(results, 'alignment');
    const { alignment } = results.arms[0]!.networks[0]!.changes[0]!;

    expect(picture.getAttribute('aria-label')).toContain(`${alignment.toPrecision(3)} at first`);
  });

  it('shows centred alignments with the target and, dashed, with the start', () => {
    const results = smallRun({ step: 20, dynamics: true });
    const picture = open(results, 'centred');
    const { centredTarget } = results.arms[0]!.networks[0]!.movements!.at(-1)!;

    expect(picture.getAttribute('aria-label')).toContain(
      `${centredTarget.toPrecision(3)} at step 20`,
    );
    expect(picture.querySelector('.chart-curve.start')?.getAttribute('d')).toMatch(/^M.*L/);
    // A kernel is in line with itself.
    expect(changePanel.table(results, { ...view, option: 'centred' }).rows[0]?.[2]).toBe('1.00');
  });

  it('has an axis for a kernel that stands still', () => {
    const results = smallRun({ step: 20 });
    const still: Results = {
      ...results,
      arms: results.arms.map((arm) => ({
        ...arm,
        networks: arm.networks.map((network) => ({
          ...network,
          changes: network.changes.map((change) => ({ ...change, change: 0 })),
        })),
      })),
    };
    const words = [...open(still).querySelectorAll('.chart-tick')].map((tick) => tick.textContent);

    expect(words).toContain('0');
    expect(new Set(words).size).toBe(words.length - 1);
  });

  it('says how often it was measured, and that the limit stands still where there is one', () => {
    const caption = (arms: readonly Record<string, string>[]): string =>
      changePanel.caption(smallRun({ arms, step: 20 }), view);

    expect(caption([{}])).toContain('measured every 5 steps · in the infinite-width limit zero');
    expect(caption([{}, { init: 'constant' }])).not.toContain('limit');
  });

  it('has a table of all measurements', () => {
    const { columns, rows } = changePanel.table(smallRun({ arms: [{}, {}], step: 20 }), view);

    expect(columns).toEqual(['step', 'A change', 'A alignment', 'B change', 'B alignment']);
    expect(rows.map(([step]) => step)).toEqual(['0', '5', '10', '15', '20']);
  });

  it.each([
    ['layers', 'kernels'],
    ['weights', 'weights'],
  ] as const)('shows %s map by map at the shown step', async (option, which) => {
    const results = smallRun({ arms: [{}, {}], step: 20, dynamics: true });
    const shown = { ...view, option, step: 12 };
    const { container } = render(
      <changePanel.Plot
        results={results}
        view={shown}
        size={{ width: 440, height: 220 }}
        onHighlight={() => undefined}
      />,
    );
    const picture = await screen.findByRole('img');
    const [, , at10] = results.arms[1]!.networks[0]!.movements!;
    const [first, second] = Array.from(at10![which], (value) => value.toPrecision(3));

    expect(at10!.step).toBe(10);
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
    expect(picture.getAttribute('aria-label')).toContain(
      `B at step 10: dense 1 ${first}, readout ${second}`,
    );
    expect(changePanel.table(results, shown).rows).toContainEqual(['B dense 1', first]);
    expect(changePanel.caption(results, shown)).toContain('at step 12');
  });

  const drawWidths = async (arms: readonly Record<string, number | string>[]) => {
    const results = smallRun({ arms, step: 20, dynamics: true });
    render(
      <changePanel.Plot
        results={results}
        view={{ ...view, option: 'width' }}
        size={{ width: 440, height: 220 }}
        onHighlight={() => undefined}
      />,
    );
    return (await screen.findByRole('img')).getAttribute('aria-label');
  };

  it('fits slopes against width, with their errors', async () => {
    expect(await drawWidths([{ 'net.width': 4 }, { 'net.width': 8 }, { 'net.width': 16 }])).toMatch(
      /Θ: slope −[\d.]+ ± [\d.]+\. dense 1: slope/,
    );
  });

  it('says what to do where all arms are as wide', async () => {
    expect(
      await drawWidths([{ 'net.width': 8 }, { 'net.width': 8, init: 'orthogonal' }]),
    ).toContain('add arms that differ from A in width alone');
  });
});
