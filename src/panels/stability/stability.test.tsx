import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { stabilityPanel } from './stabilityPanel.tsx';

const showing = (option: string): PanelView => ({
  step: 'last',
  highlight: undefined,
  dark: false,
  option,
});
const view = showing('curvature');

const open = (results: Results, shown = view): HTMLElement => {
  const { Plot } = stabilityPanel;
  const size = { width: 500, height: 226 };
  render(<Plot results={results} view={shown} size={size} onHighlight={() => undefined} />);
  return screen.getByRole('img');
};

const changed = (change: (network: NetworkResults) => NetworkResults, seeds = 1): Results => {
  const results = smallRun({ step: 20, dynamics: true, shared: { seeds } });
  return {
    ...results,
    arms: results.arms.map((arm) => ({ ...arm, networks: arm.networks.map(change) })),
  };
};

/** Sharpness 1 all the time, and from step 8 on another limit than 2. */
const withRate = (later: number): Results =>
  changed((network) => ({
    ...network,
    sharpness: network.sharpness!.map((one) => ({
      ...one,
      hessian: 1,
      limit: one.step < 8 ? 2 : later,
    })),
    marks: [
      {
        kind: 'mark',
        arm: 'A',
        seed: network.seed,
        step: 8,
        what: 'rate',
        words: 'η 1 → 3',
        eta: 3,
      },
    ],
  }));

describe('a limit that moves with the rate', () => {
  it('is not taken for progressive sharpening', () => {
    const words = stabilityPanel.subtitle(withRate(0.8), view);

    expect(words).toBe(
      'a higher rate takes 2/η below the sharpness at step 10, now 1.3 times what the rate allows',
    );
    open(withRate(0.8));
    expect(screen.getByText('above 2/η')).toBeTruthy();
  });

  it('says nothing of what falls beside it', () => {
    expect(stabilityPanel.subtitle(withRate(8), view)).toBe('stays below 2/η, at most 50 % of it');
  });

  it('jumps at the step from which the rate holds', () => {
    const path = open(withRate(0.8)).querySelector('.chart-curve.limit')!.getAttribute('d')!;
    const points = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [x, y].map(Number));
    const upright = points.filter(([x], k) => x === points[k + 1]?.[0]);

    expect(upright).toHaveLength(1);
    // Of 20 steps the eighth.
    const [first, last] = [points[0]![0]!, points.at(-1)![0]!];
    expect((upright[0]![0]! - first) / (last - first)).toBeCloseTo(0.4, 2);
  });
});

describe('what there is no measure of', () => {
  const without = changed((network) => ({
    ...network,
    sharpness: network.sharpness!.map((one) => ({ ...one, limit: NaN })),
  }));

  it('is not in the key, nor promised in words', () => {
    open(without);

    expect(screen.queryByText('2/η')).toBeNull();
    expect(screen.getByText('λₘₐₓ of the Hessian')).toBeTruthy();
    expect(stabilityPanel.subtitle(without, view)).toBe('sharpness');
    expect(stabilityPanel.caption(without, view)).not.toContain('thin');
  });

  it('leaves no picture without a word', () => {
    open(without, showing('share'));

    expect(screen.getByText('there is no 2/η to measure curvature by')).toBeTruthy();
  });

  it('is in the key as long as nothing is known', () => {
    open(smallRun({ step: 0 }));

    expect(screen.getByText('2/η')).toBeTruthy();
  });
});

describe('what is measured', () => {
  it('is said to be of one network where it is', () => {
    const first = changed((network) => {
      const { sharpness, ...rest } = network;
      return rest.seed === 0 && sharpness ? { ...rest, sharpness } : rest;
    }, 3);

    expect(stabilityPanel.caption(first, view)).toContain('network 1 of 3 (seed 1)');
  });

  it('is seen before there are two of it', () => {
    const start = smallRun({ step: 0, dynamics: true });
    const picture = open(start);

    expect(picture.querySelector('.chart-curve.limit')!.getAttribute('d')).toMatch(/^M.*h\d/);
    expect(picture.querySelector('.chart-mark.measured')).toBeTruthy();
  });
});
