import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallFunctions } from '../testing/smallFunctions.ts';
import { functionPanel } from './functionPanel.tsx';
import { imagesLayout } from './imagesLayout.ts';
import { worstSamples } from './worstSamples.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };
const size = { width: 520, height: 220 };
const narrow = { 'net.width': 24, 'net.depth': 1 };

/** Draws the panel and gives its picture. */
const open = (results: Results): HTMLElement => {
  const { container } = render(
    <functionPanel.Plot
      results={results}
      view={view}
      size={size}
      onHighlight={() => undefined}
      onSetShared={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

const texts = (picture: HTMLElement): readonly string[] =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('what networks make of samples', () => {
  it('is in order of the loss, whichever the arm has', () => {
    const results = smallFunctions({ arms: [narrow, { loss: 'logistic' }, { loss: 'mse-mean' }] });
    const [square, logistic, double] = worstSamples(results, view);
    const { data } = results;
    const outputs = results.arms[0]!.networks[0]!.outputs!.at(-1)!.f;
    const by = (loss: (f: number, y: number) => number) =>
      Array.from(outputs, (f, i) => loss(f, data!.y[i]!)).sort((a, b) => b - a);
    const close = (arm: typeof square, want: readonly number[]): void =>
      arm!.samples.forEach(({ loss }, k) => expect(loss).toBeCloseTo(want[k]!, 12));

    close(
      square,
      by((f, y) => (f - y) ** 2 / 2),
    );
    close(
      logistic,
      by((f, y) => Math.log1p(Math.exp(-y * f))),
    );
    close(
      double,
      by((f, y) => (f - y) ** 2),
    );
    for (const { index, truth, guess } of square!.samples) {
      expect(truth).toBe(data!.classes![data!.labels![index]!]);
      expect(truth === guess).toBe(Math.sign(outputs[index]!) === data!.y[index]);
    }
  });

  it('shows images with their outputs and what they are taken for', () => {
    const flat = smallFunctions({
      shared: { data: 'sphere', 'data.dim': 4, 'data.target': 'random' },
      arms: [narrow, {}],
    });
    const images = { side: 2, pixels: new Float32Array(12 * 4).fill(0.5) };
    const results = { ...flat, data: { ...flat.data!, images } };
    const picture = open(results);
    const first = worstSamples(results, view)[0]!.samples[0]!;

    expect(picture.parentElement!.querySelectorAll('canvas').length).toBeGreaterThan(8);
    expect(texts(picture).some((word) => word.startsWith(first.truth))).toBe(true);
    expect(functionPanel.choices!(results).map(({ value }) => value)).toEqual([
      'samples',
      'ntk',
      'end',
      'nngp',
    ]);
    expect(functionPanel.caption(results, view)).toMatch(/A \d+ of 12 in the wrong class/);
  });

  it('shows few images as large as there is room', () => {
    const size = { width: 500, height: 215 };
    const [few, many] = [imagesLayout(1, size, 11, 2), imagesLayout(1, size, 11, 64)];

    expect(few.side).toBeGreaterThan(1.4 * many.side);
    expect(many.count).toBeGreaterThan(2 * few.count);
    expect(imagesLayout(1, size, 11, few.count + 1).count).toBeGreaterThan(few.count);
  });

  it.each([1, 2, 3, 4])('has room for the images of %d arms', (arms) => {
    const { side, count, at, words } = imagesLayout(arms, { width: 500, height: 215 }, 11);

    expect(side).toBeGreaterThanOrEqual(30);
    expect(count).toBeGreaterThanOrEqual(4);
    const last = at(arms - 1, count - 1);
    expect(last.x + side).toBeLessThanOrEqual(500);
    expect(last.y + side).toBeLessThanOrEqual(215);
    expect(last.y + words.dy + 2.25 * 11).toBeLessThanOrEqual(216);
  });
});
