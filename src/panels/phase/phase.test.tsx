import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { biasScale } from './biasScale.ts';
import { movedByKey, roundedPlace } from './movedByKey.ts';
import { phaseArms } from './phaseArms.ts';
import { phaseColours, phaseFields } from './phaseField.ts';
import { phasePanel } from './phasePanel.tsx';
import { placeNames } from './placeNames.ts';
import { planeOf } from './planeOf.ts';
import { resolveArms } from '../../spec/resolve.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const size = { width: 520, height: 240 };

interface Call {
  readonly arm: number;
  readonly values: Settings;
  readonly settled: boolean;
}

/** Draws the panel and gives its picture, with a list that what is set will be in. */
const open = (results: Results, option?: string) => {
  const calls: Call[] = [];
  const plot = (of: Results) => (
    <phasePanel.Plot
      results={of}
      view={{ ...view, ...(option !== undefined && { option }) }}
      size={size}
      onHighlight={() => undefined}
      onSet={(arm, values, settled) => calls.push({ arm, values, settled })}
    />
  );
  const { container, rerender } = render(plot(results));
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return {
    calls,
    picture: screen.getByRole('img'),
    again: (of: Results) => rerender(plot(of)),
  };
};

const texts = (picture: HTMLElement): readonly string[] =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);

const run = (...arms: readonly Settings[]): Results => smallRun({ arms, step: 0 });

const four = run(
  {},
  { init: 'orthogonal' },
  { init: 'he-normal', act: 'relu' },
  { init: 'constant' },
);

describe('the phase plane', () => {
  it.each(['chi', 'xi', 'q'])(
    'shows %s before any result, with the field of the activation',
    (option) => {
      const { picture } = open(smallRun(), option);

      expect(picture.getAttribute('aria-label')).toContain('tanh');
      expect(texts(picture)).toContain('ordered');
      expect(texts(picture)).toContain('chaotic');
      expect(picture.querySelectorAll('.phase-critical')).toHaveLength(1);
      expect(picture.parentElement?.querySelectorAll('canvas')).toHaveLength(1);
    },
  );

  it('has every arm as a point, those at one place beside each other', () => {
    open(run({}, { init: 'orthogonal' }, { init: 'uniform' }, { sw2: 2.5 }));
    const sliders = screen.getAllByRole('slider');
    const lefts = sliders.map((slider) => Number.parseFloat(slider.style.left));

    expect(sliders.map((slider) => slider.getAttribute('aria-label'))).toEqual([
      'A Gaussian, σ_w² 1.5: σ_w² and σ_b²',
      'B orthogonal: σ_w² and σ_b²',
      'C uniform: σ_w² and σ_b²',
      'D Gaussian, σ_w² 2.5: σ_w² and σ_b²',
    ]);
    expect(lefts[1]! - lefts[0]!).toBeGreaterThan(8);
    expect(lefts[2]! - lefts[1]!).toBeCloseTo(lefts[1]! - lefts[0]!, 6);
  });

  it('says in words where a point is and what that means', () => {
    open(run({ sw2: 1.5, sb2: 0.1 }));

    // χ₁, ξ and q* by another quadrature.
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe(
      'σ_w² 1.50, σ_b² 0.10: ordered, χ₁ 0.8775, depth scale 7.65 layers, q* 0.520',
    );
  });

  it('gives every arm’s number in the subtitle, the caption’s terms and a row of the table', () => {
    expect(phasePanel.subtitle(four, view)).toBe('χ₁ = A 0.878, B 0.878, C 1.00');
    expect(phasePanel.subtitle(run({ sw2: 1.5 }), { ...view, option: 'xi' })).toBe('tanh: ξ = 7.7');
    const caption = phasePanel.caption(four, view);

    expect(caption).toContain('C is hollow, its activation being ReLU');
    expect(caption).toContain(
      'C has σ_w² = 2.00 in hidden layers from He, normal and moves in σ_b² alone',
    );
    expect(caption).toMatch(/D is not here: constant weights make all units/);
    const { columns, rows } = phasePanel.table(four, view);

    expect(rows.length).toBeGreaterThan(12);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
    expect(rows[2]![0]).toContain('ReLU');
    expect(rows[3]!.at(-1)).toContain('not in the plane');
  });

  it('marks the papers’ settings of the activation, and none where there are none', () => {
    expect(open(run({ sw2: 3 })).picture.querySelectorAll('.phase-published')).toHaveLength(5);
  });

  it.each([
    ['gelu', 0],
    ['relu', 1],
    ['erf', 1],
  ])('has for %s as many of them as are known', (act, count) => {
    expect(open(run({ act })).picture.querySelectorAll('.phase-published')).toHaveLength(count);
  });

  it('says that homogeneous activations are critical at a point', () => {
    const results = run({ act: 'relu', sw2: 2, bias: false });
    const { picture } = open(results);

    expect(picture.querySelectorAll('.phase-critical-point')).toHaveLength(1);
    expect(picture.querySelectorAll('.phase-critical.unbounded')).toHaveLength(1);
    expect(texts(picture)).toContain('chaotic, q* unbounded');
    expect(phasePanel.caption(results, view)).toContain('critical at (2.00, 0) alone');
  });

  it('says where a critical line begins, if not without biases', () => {
    expect(phasePanel.caption(run({ act: 'gelu' }), view)).toMatch(/begins at σ_b² = 0\.17\d;/);
    expect(phasePanel.caption(run({}), view)).not.toContain('begins');
  });

  it('reads the field under the pointer', () => {
    const { picture } = open(run({ act: 'relu' }));
    // Beside the lower end of the axis of σ_w².
    fireEvent.pointerMove(picture.parentElement!, { clientX: 60, clientY: 200 });

    expect(within(screen.getByRole('table', { hidden: true })).getByText('ξ')).toBeTruthy();
  });
});

describe('a point of the phase plane', () => {
  const drag = (point: HTMLElement, ...moves: readonly [x: number, y: number][]): void => {
    // jsdom knows no pointer capture.
    point.setPointerCapture = () => undefined;
    fireEvent.pointerDown(point, { button: 0, pointerId: 1, clientX: 0, clientY: 0 });
    for (const [clientX, clientY] of moves)
      fireEvent.pointerMove(point, { pointerId: 1, clientX, clientY });
    fireEvent.pointerUp(point, { pointerId: 1 });
  };

  it('sets its arm while it is dragged, and settles at the end', () => {
    const { calls } = open(run({}, { sw2: 1, sb2: 0 }));
    const [, second] = screen.getAllByRole('slider');
    drag(second!, [10, 0], [30, -40]);

    expect(calls.map(({ arm, settled }) => [arm, settled])).toEqual([
      [1, false],
      [1, false],
      [1, true],
    ]);
    expect(calls[0]!.values).toMatchObject({ sb2: 0 });
    expect(calls[1]!.values).toEqual(calls[2]!.values);
    expect(Number(calls[2]!.values.sw2)).toBeGreaterThan(Number(calls[0]!.values.sw2));
    expect(Number(calls[2]!.values.sb2)).toBeGreaterThan(0);
  });

  it('stays where it was put until results come that know, and then is where they say', () => {
    const before = run({ sw2: 1.5 });
    const { again } = open(before);
    const point = screen.getByRole('slider');
    drag(point, [40, 0]);
    const there = point.style.left;
    again({ ...before, step: 5 });

    expect(screen.getByRole('slider').style.left).toBe(there);
    again(run({ sw2: 1 }));

    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('1');
  });

  it('is not moved by a click', () => {
    const { calls } = open(run({}));
    drag(screen.getByRole('slider'));

    expect(calls).toEqual([]);
  });

  it('moves with the arrow keys, further with Shift, and keeps the page’s keys from seeing them', () => {
    const { calls } = open(run({ sw2: 1.5, sb2: 0.1 }));
    const point = screen.getByRole('slider');

    expect(fireEvent.keyDown(point, { key: 'ArrowRight' })).toBe(false);
    fireEvent.keyDown(point, { key: 'ArrowRight', shiftKey: true });
    fireEvent.keyDown(point, { key: 'ArrowUp' });
    expect(fireEvent.keyDown(point, { key: ' ' })).toBe(true);

    // Each from where the last one led.
    expect(calls).toEqual([
      { arm: 0, values: { sw2: 1.51, sb2: 0.1 }, settled: true },
      { arm: 0, values: { sw2: 1.61, sb2: 0.1 }, settled: true },
      { arm: 0, values: { sw2: 1.61, sb2: 0.12 }, settled: true },
    ]);
  });

  it('moves only in what its arm leaves open', () => {
    const { calls } = open(run({ init: 'he-normal' }, { init: 'gaussian', bias: false }));
    const [fixed, withoutBias] = screen.getAllByRole('slider');
    fireEvent.keyDown(fixed!, { key: 'ArrowRight' });
    fireEvent.keyDown(fixed!, { key: 'ArrowUp' });
    fireEvent.keyDown(withoutBias!, { key: 'ArrowUp' });

    expect(calls.map(({ values }) => values)).toEqual([{ sb2: 0.1 }, { sb2: 0.12 }, { sw2: 1.5 }]);
    expect(fixed!.getAttribute('aria-label')).toContain(': σ_b²');
    expect(withoutBias!.getAttribute('aria-label')).toContain(': σ_w²');
  });
});

describe('steps by key', () => {
  it('lead from zero to 10⁻⁶ and back, and stay within what may be set', () => {
    expect(movedByKey({ sw2: 1, sb2: 0 }, 'ArrowUp', false)).toEqual({ sw2: 1, sb2: 1e-6 });
    expect(movedByKey({ sw2: 1, sb2: 1e-6 }, 'ArrowDown', false)).toEqual({ sw2: 1, sb2: 0 });
    expect(movedByKey({ sw2: 0, sb2: 2.01e-5 }, 'ArrowDown', true)).toEqual({ sw2: 0, sb2: 1e-5 });
    expect(movedByKey({ sw2: 0, sb2: 0 }, 'ArrowLeft', true)).toEqual({ sw2: 0, sb2: 0 });
    expect(movedByKey({ sw2: 100, sb2: 100 }, 'ArrowUp', false)).toEqual({ sw2: 100, sb2: 100 });
    expect(movedByKey({ sw2: 1, sb2: 1 }, 'a', false)).toBeUndefined();
    expect(roundedPlace({ sw2: 1.2345, sb2: 0.012345 })).toEqual({ sw2: 1.23, sb2: 0.012 });
  });
});

describe('the axis of σ_b²', () => {
  it('keeps zero and 10⁻⁵ apart, and finds values again', () => {
    const scale = biasScale(1, [200, 0], 14);

    expect(scale.at(0)).toBe(200);
    expect(scale.at(0) - scale.at(1e-5)).toBeGreaterThan(10);
    for (const value of [0, 1e-5, 0.1, 0.5, 1])
      expect(scale.invert(scale.at(value))).toBeCloseTo(value, 12);
    expect(scale.ticks).toContain(0);
  });
});

describe('the field', () => {
  it('changes its phase where the critical line is', () => {
    const [arm] = resolveArms(run({}).experiment);
    const plane = planeOf(arm!);
    const grid = { rows: 40, columns: 80 };
    const { slopes } = phaseFields(plane, { sw2: 4, sb2: 1 }, grid);
    for (const row of [3, 20, 39]) {
      const sb2 = (1 - (row + 0.5) / 40) ** 4;
      const first = slopes.subarray(80 * row, 80 * (row + 1)).findIndex((slope) => slope > 1);
      const [curve = []] = plane.critical.curves;
      const { weightVariance } = curve.find(({ biasVariance }) => biasVariance >= sb2)!;

      // Within a cell, and the distance of two points of the line.
      expect(Math.abs(((first + 0.5) * 4) / 80 - weightVariance)).toBeLessThan(0.12);
    }
  });

  it('has no colour where q* is unbounded', () => {
    expect(phaseColours.q.of({ variance: Infinity, slope: 1 })).toBeNaN();
    expect(phaseColours.xi.of({ variance: 1, slope: Math.exp(-0.1) })).toBeCloseTo(1, 12);
  });
});

describe('arms in the plane', () => {
  it('know their hidden layers’ gain, whatever their first layer has', () => {
    const [glorot, lecun] = phaseArms(
      run({ init: 'glorot-normal' }, { init: 'lecun-uniform' }).experiment,
    );

    expect(glorot!.place.sw2).toBe(1);
    expect(lecun!.place.sw2).toBe(1);
    expect(lecun!.absent).toBeUndefined();
  });
});

describe('names beside marks', () => {
  it('move to the side that is free, and optional ones give way', () => {
    const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
    const mark = { x: 100, y: 50, r: 5 };
    const wall = { left: 104, right: 200, top: 0, bottom: 100 };
    const [first, second] = placeNames(
      [
        { key: 'a', text: 'name', ...mark },
        { key: 'b', text: 'a name as long as the plot is wide', ...mark, optional: true },
      ],
      [wall],
      bounds,
      10,
    );

    expect(first).toMatchObject({ key: 'a', anchor: 'end' });
    expect(second).toBeUndefined();
  });
});
