import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import type { Results } from '../../spec/Results.ts';
import { smallRun } from '../testing/smallRun.ts';
import { widthMeans, widthSlopes } from './widthSlopes.ts';

const widths = [8, 16, 32, 64];

/** A run whose kernels have moved by so much at step 20, network by network. */
function moved(
  arms: readonly Settings[],
  changeOf: (arm: number, seed: number) => number,
): Results {
  const results = smallRun({ arms, shared: { seeds: 3 }, step: 0 });
  return {
    ...results,
    step: 20,
    arms: results.arms.map((arm, index) => ({
      ...arm,
      networks: arm.networks.map((network) => ({
        ...network,
        changes: [
          ...network.changes,
          {
            kind: 'change',
            arm: arm.label,
            seed: network.seed,
            step: 20,
            change: changeOf(index, network.seed),
            alignment: 0,
          },
        ],
      })),
    })),
  };
}

const arms = widths.map((width) => ({ 'net.width': width }));

describe('slopes against width', () => {
  it('are exact for a power law', () => {
    const [line] = widthSlopes(
      moved(arms, (arm) => 3 * widths[arm]! ** -0.9),
      20,
    );

    expect(line!.label).toBe('Θ');
    expect(line!.fit!.slope).toBeCloseTo(-0.9, 12);
    expect(line!.fit!.slopeError).toBeCloseTo(0, 7);
    expect(widthMeans(line!)).toHaveLength(4);
  });

  it('have the standard error of a line through all networks', () => {
    const noise = [-0.1, 0.02, 0.08];
    const [line] = widthSlopes(
      moved(arms, (arm, seed) => widths[arm]! ** -1 * Math.exp(noise[seed]!)),
      20,
    );
    // s²/Σ(x − x̄)² with ten degrees of freedom; ln 2 is the distance of widths.
    const residues = 4 * noise.reduce((sum, value) => sum + value ** 2, 0);
    const spread = 3 * Math.LN2 ** 2 * (2.25 + 0.25 + 0.25 + 2.25);

    expect(line!.fit!.slope).toBeCloseTo(-1, 12);
    expect(line!.fit!.slopeError).toBeCloseTo(Math.sqrt(residues / 10 / spread), 12);
  });

  it('are of arms that differ in nothing else', () => {
    const mixed = [
      { 'net.width': 8 },
      { 'net.width': 32 },
      { 'net.width': 8, init: 'orthogonal' },
      { 'net.width': 32, init: 'orthogonal' },
    ];
    const lines = widthSlopes(
      moved(mixed, (arm) => [1, 1 / 4, 1, 1 / 2][arm]!),
      20,
    );

    expect(lines.map(({ fit }) => fit!.slope)).toEqual([
      expect.closeTo(-1, 12),
      expect.closeTo(-0.5, 12),
    ]);
    expect(lines.map(({ arm }) => arm)).toEqual(['A', 'C']);
    expect(lines[1]!.group).toMatch(/^C /);
  });

  it('are not fitted to one width, nor to kernels that stand still', () => {
    const alone = widthSlopes(
      moved([{}], () => 0.1),
      20,
    );
    const still = widthSlopes(
      moved(arms, () => 0.1),
      0,
    );

    expect(alone.map(({ fit }) => fit)).toEqual([undefined]);
    expect(still.map(({ points }) => points)).toEqual([[]]);
  });
});
