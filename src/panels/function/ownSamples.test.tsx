import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readPoints } from '../../nn/dataPoints.ts';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import { smallFunctions } from '../testing/smallFunctions.ts';
import type { Wanted } from '../testing/smallRun.ts';
import { functionPanel } from './functionPanel.tsx';
import { movedSample } from './movedSample.ts';

const size = { width: 520, height: 220 };
const narrow = { 'net.width': 24, 'net.depth': 1 };

interface Call {
  readonly values: Settings;
  readonly settled: boolean;
}

/** Draws the panel and gives a list that what is set will be in. */
const open = (results: Results) => {
  const calls: Call[] = [];
  const plot = (of: Results) => (
    <functionPanel.Plot
      results={of}
      view={{ step: 'last', highlight: undefined, dark: false }}
      size={size}
      onHighlight={() => undefined}
      onSetShared={(values, settled) => calls.push({ values, settled })}
    />
  );
  const { container, rerender } = render(plot(results));
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return { calls, again: (of: Results) => rerender(plot(of)) };
};

const line = (wanted: Wanted = {}): Results =>
  smallFunctions({
    ...wanted,
    shared: { data: 'points', 'data.test': 3, ...wanted.shared },
    arms: wanted.arms ?? [narrow],
  });
describe('samples of a person’s own', () => {
  const sliders = () => screen.getAllByRole('slider');
  const drag = (handle: HTMLElement, ...moves: readonly [x: number, y: number][]): void => {
    // The test's DOM knows no pointer capture.
    handle.setPointerCapture = () => undefined;
    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientX: 0, clientY: 0 });
    for (const [clientX, clientY] of moves)
      fireEvent.pointerMove(handle, { pointerId: 1, clientX, clientY });
    fireEvent.pointerUp(handle, { pointerId: 1 });
  };
  const pointsOf = ({ values }: Call) => {
    const reading = readPoints(String(values['data.samples']));
    return reading.ok ? reading.points : [];
  };

  it('stand in the picture as handles that say where they are', () => {
    open(line());

    expect(sliders()).toHaveLength(6);
    expect(sliders()[3]!.getAttribute('aria-label')).toBe('Sample 4');
    expect(sliders()[3]!.getAttribute('aria-valuetext')).toBe('x 0.200, y 0.990');
  });

  it('follow the pointer, unsettled until it lets go, and leave the others alone', () => {
    const { calls } = open(line());
    drag(sliders()[2]!, [10, 0], [30, -20]);

    expect(calls.map(({ settled }) => settled)).toEqual([false, false, true]);
    const [before, after] = [pointsOf(calls[0]!), pointsOf(calls[2]!)];
    expect(before[2]!.y).toBeCloseTo(-0.18, 9);
    expect(after[2]!.x).toBeGreaterThan(before[2]!.x);
    expect(after[2]!.y).toBeGreaterThan(before[2]!.y);
    expect(after.filter((_, k) => k !== 2)).toEqual(before.filter((_, k) => k !== 2));
    expect(calls[1]!.values).toEqual(calls[2]!.values);
  });

  it('stay in the plot, and where they were put until results come that know', () => {
    const results = line();
    const { calls, again } = open(results);
    drag(sliders()[5]!, [5000, -5000]);
    const there = sliders()[5]!.style.left;

    expect(Number.parseFloat(there)).toBeLessThan(size.width);
    expect(pointsOf(calls.at(-1)!)[5]!.x).toBeLessThan(1.4);
    again({ ...results, step: 5 });
    expect(sliders()[5]!.style.left).toBe(there);
    again(line({ shared: { 'data.samples': '0:0,1:1' } }));
    expect(sliders()).toHaveLength(2);
  });

  it('are not moved by a click, and go around the circle', () => {
    const { calls } = open(line({ shared: { 'data.embed': 'circle', 'data.samples': '0.9:0' } }));
    drag(sliders()[0]!);
    expect(calls).toEqual([]);
    drag(sliders()[0]!, [80, 0]);

    // Beyond half a turn, where x begins at −1 again.
    expect(pointsOf(calls.at(-1)!)[0]!.x).toBeLessThan(-0.5);
    expect(pointsOf(calls.at(-1)!)[0]!.x).toBeGreaterThanOrEqual(-1);
  });

  it('are moved by arrow keys, further with Shift', () => {
    const { calls } = open(line());
    fireEvent.keyDown(sliders()[0]!, { key: 'ArrowUp' });
    fireEvent.keyDown(sliders()[0]!, { key: 'ArrowRight', shiftKey: true });
    fireEvent.keyDown(sliders()[0]!, { key: 'Enter' });

    expect(calls.map((call) => pointsOf(call)[0])).toEqual([
      { x: -1, y: -0.49 },
      { x: -0.9, y: -0.49 },
    ]);
    expect(calls.every(({ settled }) => settled)).toBe(true);
    expect(movedSample({ x: 99.99, y: 0 }, 'ArrowRight', true)).toEqual({ x: 100, y: 0 });
  });

  it('cannot be moved where data are drawn, or nobody listens', () => {
    open(smallFunctions({ shared: { data: 'regression', 'data.n': 8 }, arms: [narrow] }));

    expect(screen.queryAllByRole('slider')).toEqual([]);
  });
});
