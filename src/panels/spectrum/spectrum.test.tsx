import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { rankTicks } from './rankTicks.ts';
import { spectrumPanel } from './spectrumPanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };

const open = (results: Results): HTMLElement => {
  render(
    <spectrumPanel.Plot
      results={results}
      view={view}
      size={{ width: 440, height: 220 }}
      onHighlight={() => undefined}
    />,
  );
  return screen.getByRole('img');
};

/** How many markers a path strings together. */
const count = (picture: HTMLElement, kind: string): number =>
  [...picture.querySelectorAll(`[class="chart-mark ${kind}"]`)]
    .map((path) => (path.getAttribute('d') ?? '').split('M').length - 1)
    .reduce((sum, markers) => sum + markers, 0);

/** The results with the last eigenvalues of the first network as given. */
const ending = (results: Results, ...last: readonly number[]): Results => ({
  ...results,
  arms: results.arms.map((arm) => ({
    ...arm,
    networks: arm.networks.map((network) => ({
      ...network,
      spectra: network.spectra.map((spectrum) => ({
        ...spectrum,
        eigenvalues: Float64Array.of(
          ...spectrum.eigenvalues.subarray(0, spectrum.eigenvalues.length - last.length),
          ...last,
        ),
      })),
    })),
  })),
});

describe('the spectrum panel', () => {
  it('has a marker per eigenvalue, hollow ones for the start', () => {
    const picture = open(smallRun({ step: 20 }));

    expect(count(picture, 'measured')).toBe(12);
    expect(count(picture, 'start')).toBe(12);
  });

  it('has no hollow markers at the start itself', () => {
    expect(count(open(smallRun({ step: 0 })), 'start')).toBe(0);
  });

  it('draws one line for equal limits, and one each where they differ', () => {
    const same = open(smallRun({ arms: [{}, { init: 'orthogonal' }], step: 0 }));

    expect(same.querySelectorAll('.limit')).toHaveLength(1);
    expect(same.textContent).toContain('Θ∞');
  });

  it('names the arms of limits that differ', () => {
    const picture = open(smallRun({ arms: [{}, { init: 'orthogonal' }, { sw2: 3 }], step: 0 }));

    expect(picture.querySelectorAll('.limit')).toHaveLength(2);
    expect(picture.textContent).toContain('Θ∞ of A, B');
    expect(picture.textContent).toContain('Θ∞ of C');
  });

  it('fades what lies below the noise floor and counts what cannot be drawn', () => {
    const results = ending(smallRun({ step: 0 }), 1e-7, 5e-8, 0, -1e-8);
    const picture = open(results);
    const caption = spectrumPanel.caption(results, view);

    expect(count(picture, 'measured')).toBe(8);
    expect(screen.getByText('float32 noise')).toBeTruthy();
    expect(caption).toContain('2 eigenvalues are noise, below');
    expect(caption).toContain('2 eigenvalues are zero or negative, not drawn');
  });

  it('draws the range over several networks', () => {
    const picture = open(smallRun({ shared: { seeds: 3 }, step: 20 }));

    expect(picture.querySelector('.chart-band')?.getAttribute('d')).toMatch(/^M.*Z$/);
    expect(count(picture, 'measured')).toBe(12);
  });

  it('gives condition number, effective rank and trace of each', () => {
    const results = smallRun({ arms: [{}, {}], step: 0 });
    const { effectiveRank, trace } = results.arms[1]!.networks[0]!.spectra[0]!;
    const caption = spectrumPanel.caption(results, view);

    expect(caption).toContain(`B ${effectiveRank.toPrecision(2)}`);
    expect(caption).toContain(`B ${trace.toPrecision(3)}`);
    expect(caption).toMatch(/condition number A .*, B .*, Θ∞ /);
  });

  it('reads the eigenvalues of the rank under the pointer', () => {
    const picture = open(smallRun({ arms: [{}, { init: 'orthogonal' }], step: 20 }));
    fireEvent.pointerMove(picture.parentElement!, { clientX: 50, clientY: 50 });

    expect(screen.getByText('rank 1')).toBeTruthy();
    expect(screen.getByText('start')).toBeTruthy();
  });

  it('has a table with a row per rank', () => {
    const { columns, rows } = spectrumPanel.table(smallRun({ step: 20 }), view);

    expect(columns).toEqual(['rank', 'step 0', 'step 20', 'Θ∞']);
    expect(rows).toHaveLength(12);
  });

  it.each([
    [64, 8, [1, 2, 4, 8, 16, 32, 64]],
    [512, 5, [1, 4, 16, 64, 256]],
    [2, 5, [1, 2]],
    [1, 5, [1]],
  ])('labels ranks up to %d by powers of two', (n, most, ticks) => {
    expect(rankTicks(n, most)).toEqual(ticks);
  });
});
