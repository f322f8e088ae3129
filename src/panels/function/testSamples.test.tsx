import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallFunctions } from '../testing/smallFunctions.ts';
import type { Wanted } from '../testing/smallRun.ts';
import { functionPanel } from './functionPanel.tsx';
import { testArms, withinTwo } from './testArms.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false, option: 'end' };
const narrow = { 'net.width': 24, 'net.depth': 1 };

const sphere = (wanted: Wanted = {}): Results =>
  smallFunctions({
    ...wanted,
    shared: { data: 'sphere', 'data.dim': 4, 'data.target': 'random', ...wanted.shared },
    arms: wanted.arms ?? [narrow],
  });

const open = (results: Results, shown = view): HTMLElement => {
  const { container } = render(
    <functionPanel.Plot
      results={results}
      view={shown}
      size={{ width: 520, height: 220 }}
      onHighlight={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

describe('test samples beside infinite width', () => {
  it('are there to choose where inputs have no place on an axis, if there are any', () => {
    const values = (results: Results) => functionPanel.choices!(results).map(({ value }) => value);

    expect(values(sphere())).toEqual(['samples', 'ntk', 'end', 'nngp']);
    expect(values(sphere({ shared: { 'data.test': 0 } }))).toEqual(['samples']);
    expect(values(smallFunctions({ arms: [narrow] }))).not.toContain('samples');
  });

  it('pair the network’s outputs with the mean and deviation of the law, sample by sample', () => {
    const results = sphere();
    const [arm] = testArms(results, view);
    const law = results.arms[0]!.posteriors!.find(({ of }) => of === 'ntk')!;
    const { fTest } = results.arms[0]!.networks[0]!.outputs!.at(-1)!;

    expect(arm!.points).toHaveLength(6);
    arm!.points.forEach(({ f, mean, deviation, target }, i) => {
      expect(f).toBe(fTest[i]);
      expect(target).toBe(results.data!.yTest[i]);
      expect(law.exists && [law.meanTest[i], law.deviationTest[i]]).toEqual([mean, deviation]);
    });
  });

  it('lie on the diagonal where network and mean agree', () => {
    const results = sphere({ arms: [narrow, { act: 'relu' }] });
    const picture = open(results);
    const marks = [...picture.querySelectorAll('.chart-mark.measured')];

    expect(marks).toHaveLength(2);
    expect(picture.querySelectorAll('.function-whisker')).toHaveLength(2);
    expect(picture.getAttribute('aria-label')).toMatch(
      /against NTK regression, t → ∞\. A .*: \d of 6 within two standard deviations\. B /,
    );
  });

  it('say how many are within two deviations, how good both are, and the jitter', () => {
    const results = sphere();
    const [arm] = testArms(results, view);
    const { points } = arm!;
    const inside = points.filter(({ f, mean, deviation }) => Math.abs(f - mean) <= 2 * deviation);
    const half = (of: (point: (typeof points)[number]) => number): string =>
      (points.reduce((sum, point) => sum + (of(point) - point.target) ** 2, 0) / 12).toPrecision(3);

    expect(withinTwo(points)).toBe(inside.length);
    expect(functionPanel.caption(results, view)).toMatch(
      new RegExp(
        `^NTK regression, t → ∞ · ${inside.length} of 6 within 2σ · mean square error \\(half\\) ${half(({ f }) => f)}, of the law’s mean ${half(({ mean }) => mean)} · (no jitter|jitter .* of the mean diagonal)`,
      ),
    );
    expect(functionPanel.subtitle(results, view)).toMatch(/^outputs on test samples at step \d+$/);
    expect(functionPanel.table(results, view).rows).toHaveLength(6);
  });

  it('are of the NNGP if that is asked for', () => {
    expect(functionPanel.caption(sphere(), { ...view, option: 'nngp' })).toMatch(
      /^NNGP regression · /,
    );
  });

  it('say why there is no law', () => {
    const results = sphere({ arms: [{ init: 'constant' }] });
    const reason = testArms(results, view)[0]!.withoutLaw!;

    open(results);
    expect(reason).toMatch(/\.$/);
    expect(functionPanel.caption(results, view)).toContain(reason.replace(/\.$/, ''));
  });

  it('are read off under the pointer', () => {
    const results = sphere();
    const picture = open(results);
    const mark = picture.querySelector('.chart-mark.measured')!;
    // Every marker begins at its own place.
    const [, x, y] = /^M([\d.]+),([\d.]+)/.exec(mark.getAttribute('d')!)!;
    fireEvent.pointerMove(picture.parentElement!, { clientX: Number(x), clientY: Number(y) });

    expect(screen.getByText(/^test sample \d$/)).toBeTruthy();
    expect(screen.getByText(/^−?[\d.]+ ± [\d.]+$/)).toBeTruthy();
  });

  it('wait for their law', () => {
    const results = sphere();
    open({ ...results, arms: results.arms.map((arm) => ({ ...arm, posteriors: [] })) });

    expect(screen.getByText(/being computed/)).toBeTruthy();
  });
});
