import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Results } from '../spec/Results.ts';
import { harmonicsPanel } from './harmonics/harmonicsPanel.tsx';
import { layersPanel } from './layers/layersPanel.tsx';
import { networkPanel } from './network/networkPanel.tsx';
import type { PanelDefinition, PanelView } from './Panel.ts';
import { profilePanel } from './profile/profilePanel.tsx';
import { smallRun } from './testing/smallRun.ts';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };

const open = ({ Plot }: PanelDefinition, results: Results, width = 520): HTMLElement => {
  render(
    <Plot
      results={results}
      view={view}
      size={{ width, height: 240 }}
      onHighlight={() => undefined}
    />,
  );
  return screen.getByRole('img');
};

const texts = (picture: HTMLElement): readonly string[] =>
  [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('the network panel', () => {
  it('has a box for each layer and a bar as high as its share', () => {
    const picture = open(networkPanel, smallRun({ step: 0, portrait: true }));
    const shares = networkPanel
      .table(smallRun({ step: 0, portrait: true }), view)
      .rows.map((row) => Number.parseFloat(row.at(-1)!));
    const bars = [...picture.querySelectorAll('rect[fill^="var(--arm"]')].map((bar) =>
      Number(bar.getAttribute('height')),
    );

    expect(texts(picture).filter((word) => word === 'dense')).toHaveLength(3);
    expect(texts(picture)).toContain('readout');
    expect(bars).toHaveLength(4);
    // The table rounds to two figures.
    bars.forEach((height, k) => {
      expect(Math.abs(height / bars[0]! - shares[k]! / shares[0]!)).toBeLessThan(0.05);
    });
  });

  it('leaves out the middle of a deep network and says how much', () => {
    const results = smallRun({ arms: [{ 'net.depth': 100 }], step: 0 });
    const shown = texts(open(networkPanel, results));
    const [more] = shown.filter((word) => word.includes('more'));
    const boxes = shown.filter((word) => word === 'dense' || word === 'readout').length;

    expect(Number(/\d+/.exec(more ?? '')?.[0])).toBe(101 - boxes);
    expect(networkPanel.table(results, view).rows).toHaveLength(101);
  });

  it('shows fixed layers as fixed', () => {
    const results = smallRun({ arms: [{ 'net.train': 'readout' }], step: 0, portrait: true });
    const shown = texts(open(networkPanel, results));

    // In the box and in the place of the share.
    expect(shown.filter((word) => word === 'fixed')).toHaveLength(6);
    expect(networkPanel.caption(results, view)).toMatch(/\(193 train\)/);
  });

  it.each([
    ['arcs past residual blocks', { net: 'preact', 'net.depth': 3 }, 3],
    ['a loop where a state is fed back', { net: 'rnn', 'net.depth': 2 }, 2],
  ])('draws %s', (_what, arm, count) => {
    const picture = open(networkPanel, smallRun({ arms: [arm], step: 0 }));

    expect(picture.querySelectorAll('.network-arc')).toHaveLength(count);
  });
});

describe('the layers panel', () => {
  it('has a map for each layer, none for what is fixed', () => {
    const picture = open(
      layersPanel,
      smallRun({ arms: [{ net: 'resntk', 'net.depth': 2 }], step: 0, portrait: true }),
    );

    expect(picture.parentElement?.querySelectorAll('canvas')).toHaveLength(4);
    expect(screen.getAllByText('fixed')).toHaveLength(2);
  });

  it('shows ten layers of a deep network and says which', () => {
    const results = smallRun({ arms: [{ 'net.depth': 30 }], step: 0, portrait: true });
    const picture = open(layersPanel, results);

    expect(picture.parentElement?.querySelectorAll('canvas')).toHaveLength(10);
    expect(layersPanel.caption(results, view)).toContain(
      'layers 1, 4, 8, 11, 14, 18, 21, 24, 28, 31 of 31',
    );
  });

  it('has shares that add up to the whole', () => {
    const { rows } = layersPanel.table(smallRun({ step: 0, portrait: true }), view);
    const total = rows.reduce((sum, row) => sum + Number.parseFloat(row[5]!), 0);

    expect(Math.abs(total - 100)).toBeLessThan(2);
  });
});

describe('the profile panel', () => {
  const curves = (picture: HTMLElement, role: string): number =>
    picture.querySelectorAll(`.chart-curve.${role}`).length;

  it('draws networks with their range, infinite width, and other depths of a single arm', () => {
    const picture = open(profilePanel, smallRun({ shared: { seeds: 3 }, step: 0, portrait: true }));

    expect(curves(picture, 'network')).toBe(1);
    expect(curves(picture, 'limit')).toBe(1);
    expect(curves(picture, 'depth')).toBe(1);
    expect(picture.querySelector('.chart-band')?.getAttribute('d')).toMatch(/^M.*Z$/);
  });

  it('adds references when asked, with a slider for those that have a c', async () => {
    const picture = open(profilePanel, smallRun({ arms: [{}, {}], step: 0, portrait: true }));
    expect(curves(picture, 'reference')).toBe(0);
    expect(screen.queryByRole('slider')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'FC' }));

    expect(screen.queryByRole('slider')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Laplace' }));

    expect(curves(picture, 'reference')).toBe(2);
    fireEvent.change(screen.getByRole('slider'), { target: { value: '1' } });

    expect(texts(picture)).toContain('Laplace, c = 10');
    await userEvent.click(screen.getByRole('button', { name: 'Laplace' }));

    expect(curves(picture, 'reference')).toBe(1);
  });

  it('reads every curve under the pointer', () => {
    const picture = open(profilePanel, smallRun({ step: 0, portrait: true }));
    fireEvent.pointerMove(picture.parentElement!, { clientX: 51, clientY: 60 });

    expect(screen.getByText(/^\d+°$/, { selector: 'th' })).toBeTruthy();
    expect(screen.getByText('Θ₀')).toBeTruthy();
  });

  it('gives the spikiness of finite and of infinite width', () => {
    const results = smallRun({ arms: [{}, {}], step: 0, portrait: true });
    const { limitProfile, networks } = results.arms[1]!;

    expect(profilePanel.caption(results, view)).toContain(
      `B ${networks[0]!.profile!.spikiness.toPrecision(3)} (Θ∞ ${limitProfile!.spikiness.toPrecision(3)})`,
    );
  });
});

describe('the harmonics panel', () => {
  const relu = { act: 'relu', sw2: 2, bias: false, 'net.depth': 1 };
  const markers = (picture: HTMLElement, kind: string): number =>
    (picture.querySelector(`.chart-mark.${kind}`)?.getAttribute('d') ?? '').split('M').length - 1;

  it('has solid markers for even degrees, and of odd ones only the first where the others vanish', () => {
    const picture = open(harmonicsPanel, smallRun({ arms: [relu], step: 0, portrait: true }));

    expect(markers(picture, 'measured')).toBe(40);
    expect(markers(picture, 'harmonic-odd')).toBe(1);
  });

  it('tells the published slopes', () => {
    const results = smallRun({
      arms: [{ ...relu, bias: true, sb2: 0.5 }],
      step: 0,
      portrait: true,
    });
    const caption = harmonicsPanel.caption(results, view);

    for (const [sphere, slope] of [
      ['S²', 2.97],
      ['S³', 3.92],
      ['S⁴', 4.84],
    ] as const) {
      const found = new RegExp(`k\\^−([\\d.]+) ± [^ ]+( [\\d.]+)? on ${sphere}`).exec(caption)?.[1];
      expect(Math.abs(Number(found) - slope)).toBeLessThan(0.1);
    }
  });

  it('says that smooth activations fall faster', () => {
    const results = smallRun({ arms: [{ act: 'erf' }], step: 0, portrait: true });

    expect(harmonicsPanel.caption(results, view)).toContain('faster than any power');
  });

  it('shows networks on the circle alone', async () => {
    const picture = open(harmonicsPanel, smallRun({ arms: [relu], step: 0, portrait: true }));
    const networks = (): number =>
      [...picture.querySelectorAll('.chart-curve.network')].filter((curve) =>
        curve.getAttribute('d')?.includes('L'),
      ).length;
    expect(networks()).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'S³' }));

    expect(networks()).toBe(0);
    expect(picture.getAttribute('aria-label')).toContain('on S³');
  });

  it('says why an arm has none, and still shows its networks', () => {
    const results = smallRun({ arms: [relu, { init: 'constant' }], step: 0, portrait: true });
    const picture = open(harmonicsPanel, results);

    expect(texts(picture).some((word) => word.includes('B no harmonics'))).toBe(true);
    expect(harmonicsPanel.caption(results, view)).toContain('B has none: there is no limit');
  });
});
