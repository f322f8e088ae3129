import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun, type Wanted } from '../testing/smallRun.ts';
import { modesPanel } from './modesPanel.tsx';

const showing = (option: string): PanelView => ({
  step: 'last',
  highlight: undefined,
  dark: false,
  option,
});

const run = (wanted: Wanted = {}): Results => smallRun({ step: 20, dynamics: true, ...wanted });

const open = (
  results: Results,
  option: string,
  size = { width: 420, height: 216 },
): HTMLElement => {
  const { Plot } = modesPanel;
  render(
    <Plot results={results} view={showing(option)} size={size} onHighlight={() => undefined} />,
  );
  return screen.getByRole('img');
};

const titles = (picture: HTMLElement): readonly Element[] =>
  [...picture.querySelectorAll('text')].filter(({ textContent }) => /^[A-D] /.test(textContent));

const four: readonly Settings[] = [
  { 'net.width': 8, sw2: 1.5 },
  { 'net.width': 4, sw2: 1.5 },
  { 'net.width': 8, sw2: 3 },
  { 'net.width': 4, sw2: 3 },
];

const failed = (results: Results): Results => ({
  ...results,
  arms: results.arms.map((arm) => ({
    ...arm,
    networks: arm.networks.map((network) => ({
      ...network,
      failure: { kind: 'diverged', sentence: '', action: '', step: 12 },
    })),
  })),
});

describe.each(['steps', 'residual'])('pictures of modes, option %s', (option) => {
  it('are one for each arm, however little room there is', () => {
    const size = { width: 420, height: 168 };
    const picture = open(run({ arms: four }), option, size);

    expect(titles(picture)).toHaveLength(4);
    for (const text of picture.querySelectorAll('text')) {
      expect(Number(text.getAttribute('y'))).toBeLessThanOrEqual(size.height);
      expect(Number(text.getAttribute('x'))).toBeLessThanOrEqual(size.width);
    }
  });

  it('set the subscripts of their names', () => {
    const [title] = titles(open(run({ arms: [{ sw2: 1.5 }, { sw2: 3 }] }), option));

    expect(title!.textContent).toBe('A σw² 1.5');
  });

  it('have room above a single one for what became of it', () => {
    const title = [...open(failed(run()), option).querySelectorAll('text')].find(
      ({ textContent }) => textContent === 'diverged at step 12',
    );

    expect(Number(title!.getAttribute('y'))).toBeGreaterThan(14);
  });
});

describe('modes', () => {
  it('are of as many networks as are followed', () => {
    const results = run({ shared: { seeds: 4 } });
    const some = {
      ...results,
      arms: results.arms.map((arm) => ({
        ...arm,
        networks: arm.networks.map((network, k) => {
          const { modes, ...rest } = network;
          return k < 2 && modes ? { ...rest, modes } : rest;
        }),
      })),
    };

    expect(modesPanel.caption(results, showing('steps'))).toContain('mean of 4 networks');
    expect(modesPanel.caption(some, showing('steps'))).toContain(
      'mean of the first 2 of 4 networks with their 10–90 % (seed 1)',
    );
  });

  it('keep the line of theory within the plot', () => {
    const picture = open(run({ arms: [{}, { rate: 0.9 }] }), 'learnt');
    const lines = [...picture.querySelectorAll('.chart-curve.start')];

    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.getAttribute('clip-path')).toMatch(/^url\(#.+\)$/);
  });

  it.each([
    ['failed', 'not computed: the run has failed'],
    ['stopped', 'not computed: the run was stopped'],
  ] as const)('say why there is nothing to see of a run that has %s', (status, words) => {
    open({ ...smallRun(), status }, 'steps');

    expect(screen.getByText(words)).toBeTruthy();
  });
});
