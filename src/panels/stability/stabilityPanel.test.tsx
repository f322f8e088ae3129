import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { dynamicsRun, plainView, showing, withNetworks } from '../testing/dynamicsRun.ts';
import { smallRun } from '../testing/smallRun.ts';
import { stabilityPanel } from './stabilityPanel.tsx';
import { crossingWords } from './stabilityWords.ts';

const open = (results: Results, shown: PanelView): HTMLElement => {
  const { container } = render(
    <stabilityPanel.Plot
      results={results}
      view={shown}
      size={{ width: 500, height: 226 }}
      onHighlight={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

describe('stability', () => {
  it('has the kernel at the share of the limit that the rate has', () => {
    const shares = dynamicsRun({ arms: [{}, { rate: 0.9 }] }).arms.map(({ networks: [first] }) => {
      const [start] = first!.sharpness!;
      return start!.gaussNewton / start!.limit;
    });

    expect(shares).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.9, 9)]);

    const { rows } = stabilityPanel.table(dynamicsRun({ arms: [{ rate: 0.9 }] }), plainView);
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
      stabilityPanel.caption(dynamicsRun({ arms }), plainView);

    expect(captionOf({})).toContain('dashed: λ_max(Θ_t)/n; thin: 2/η ·');
    expect(captionOf({}, { opt: 'nesterov' })).toContain('thin: 2/η, times what momentum allows');
    expect(captionOf({ loss: 'mse-sum' })).toContain('dashed: its Gauss–Newton part; thin: 2/η ·');
  });

  it('marks the first measurement that is not below the limit', () => {
    const results = withNetworks(dynamicsRun(), (network) => ({
      ...network,
      sharpness: network.sharpness!.map((one, k) => ({
        ...one,
        hessian: one.limit * (0.6 + 0.2 * k),
      })),
    }));
    open(results, showing('share'));

    expect(screen.getByText('reaches 2/η')).toBeTruthy();
    expect(stabilityPanel.subtitle(results, plainView)).toContain('reaches 2/η at step 10');
  });
});

describe('curvature', () => {
  it('is shown without a limit where the optimizer has none', () => {
    const results = withNetworks(dynamicsRun(), (network) => ({
      ...network,
      sharpness: network.sharpness!.map((one) => ({ ...one, limit: NaN })),
    }));
    const { hessian } = results.arms[0]!.networks[0]!.sharpness!.at(-1)!;
    const picture = open(results, plainView);

    expect(picture.querySelector('.chart-curve.network')?.getAttribute('d')).toMatch(/^M.*L/);
    expect(picture.querySelector('.chart-curve.limit')?.getAttribute('d')).toBe('');
    expect(stabilityPanel.caption(results, plainView)).toContain('curvature sets no limit');
    expect(stabilityPanel.caption(results, plainView)).toContain(
      `at step 20: λ_max ${hessian.toPrecision(3)} ·`,
    );
  });

  it('is that of the kernel where there is no Hessian, with the reason', () => {
    const note = 'The Hessian would take too long.';
    const results = withNetworks(dynamicsRun({ arms: [{}, { rate: 0.9 }] }), (network) => ({
      ...network,
      sharpness: network.sharpness!.map((one) => ({ ...one, hessian: NaN, note })),
    }));
    const picture = open(results, plainView);

    expect(picture.querySelectorAll('.chart-curve.start')).toHaveLength(2);
    expect(screen.getByText(/^B /)).toBeTruthy();
    expect(stabilityPanel.caption(results, plainView)).toContain(
      'The Hessian would take too long ·',
    );
  });

  it('says when a run has ended without it', () => {
    open({ ...smallRun({ step: 20 }), status: 'done' }, plainView);

    expect(screen.getByText('not measured so far')).toBeTruthy();
  });
});
