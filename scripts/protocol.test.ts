import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { nodeEnvironment } from '../src/engine/testing/nodeEnvironment.ts';
import { asTable } from './protocol/asTable.ts';
import { measured, starts, type Trained } from './protocol/measured.ts';
import { slopes, type SlopeRow } from './protocol/slopes.ts';

describe('how far networks move, by width', () => {
  const networks: Trained[] = [];
  beforeAll(async () => {
    const report = await startBackend(nodeEnvironment, 'wasm');
    const options = { widths: [64, 128, 256], steps: 60, seeds: 3 };
    for await (const network of measured(options, report)) networks.push(network);
  }, 60_000);

  /** Of few steps and few networks of small widths, where the laws of wide ones are only coming into sight. */
  const slopeOf = (start: Trained['start'], name: string): number =>
    slopes(networks).find((row) => row.start === start && row.name === name)!.fit.slope;

  it.each(starts)('is about 1/width for the kernel and inner weights: %s', (start) => {
    expect(networks.length).toBe(3 * 2 * 3);
    for (const name of ['‖ΔΘ‖/‖Θ‖', 'W2', 'W3']) {
      expect(slopeOf(start, name)).toBeGreaterThan(-1.3);
      expect(slopeOf(start, name)).toBeLessThan(-0.7);
    }
  });

  it.each(starts)('is about 1/√width for the outer weights: %s', (start) => {
    for (const name of ['W1', 'W4']) {
      expect(slopeOf(start, name)).toBeGreaterThan(-0.65);
      expect(slopeOf(start, name)).toBeLessThan(-0.3);
    }
  });
});

describe('fits', () => {
  const networks = [100, 200, 400].flatMap((width): readonly Trained[] =>
    starts.map((start) => ({ start, width, seed: 0, kernel: 5 / width, weights: [width ** -0.5] })),
  );
  const rows: readonly SlopeRow[] = slopes(networks);

  it('know powers', () => {
    expect(rows.map(({ name }) => name)).toEqual(['‖ΔΘ‖/‖Θ‖', 'W1', '‖ΔΘ‖/‖Θ‖', 'W1']);
    expect(rows.map(({ fit }) => Number(fit.slope.toFixed(9)))).toEqual([-1, -0.5, -1, -0.5]);
    expect(rows[0]?.means.get(200)).toBeCloseTo(0.025, 12);
  });

  it('are shown with the change times the width, which collapses', () => {
    const lines = asTable(rows).split('\n');

    expect(lines[0]).toMatch(/^start +change of +slope +100 +200 +400$/);
    expect(lines[1]).toMatch(/-1\.00 ± 0\.00 +0\.0500 +0\.0250 +0\.0125$/);
    expect(lines[2]).toMatch(/max\/min 1\.00 +5\.00 +5\.00 +5\.00$/);
  });
});
