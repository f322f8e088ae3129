import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallFunctions } from '../testing/smallFunctions.ts';
import { functionPanel } from './functionPanel.tsx';
import { planeLayout } from './planeLayout.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const size = { width: 520, height: 220 };
const narrow = { 'net.width': 24, 'net.depth': 1 };

/** Draws the panel and gives its picture. */
const open = (results: Results, shown: PanelView): HTMLElement => {
  const { container } = render(
    <functionPanel.Plot
      results={results}
      view={shown}
      size={size}
      onHighlight={() => undefined}
      onSetShared={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

describe('two classes in the plane', () => {
  it('have a map an arm with a zero line, that of the kernel’s mean, and every sample', () => {
    const results = smallFunctions({ arms: [narrow, { act: 'relu' }] });
    const picture = open(results, { ...view, option: 'end' });
    const marks = [...picture.querySelectorAll('.function-dot')].map(
      (path) => path.getAttribute('d')!.split('M').length - 1,
    );

    expect(picture.parentElement?.querySelectorAll('canvas')).toHaveLength(2);
    expect(picture.querySelectorAll('g > .function-zero:not(.law)')).toHaveLength(2);
    for (const path of picture.querySelectorAll('g > .function-zero'))
      expect(path.getAttribute('d')).toMatch(/^M/);
    expect(marks).toEqual([6, 6, 6, 6]);
  });

  it.each([1, 2, 3, 4])('have room for %d maps and a colour bar', (count) => {
    const { cells, bar } = planeLayout(count, { width: 500, height: 215 }, 11);

    expect(cells).toHaveLength(count);
    for (const { x, y, width, height } of cells) {
      expect(Math.min(width, height)).toBeGreaterThan(60);
      expect(x + width).toBeLessThan(bar.x);
      expect(y + height).toBeLessThanOrEqual(215);
    }
    expect(bar.x + 40).toBeLessThanOrEqual(500);
  });
});
