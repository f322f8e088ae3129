import { describe, expect, it } from 'vitest';
import type { Optimizer } from '../nn/Optimizer.ts';
import type { Settings } from '../nn/Settings.ts';
import { optimizers } from './optimizers/index.ts';
import { numberVectorOps } from './testing/numberVectorOps.ts';

/** Where w goes from `start` in so many steps of w ← w − η·direction, with the gradient of each point. */
function path(
  { update }: Optimizer,
  settings: Settings,
  eta: number,
  gradient: (w: number, step: number) => number,
  { start = 1, steps = 3 } = {},
): readonly number[] {
  const points: number[] = [];
  let [w, memory]: [number, readonly number[]] = [start, []];
  for (let count = 1; count <= steps; count++) {
    const next = update(numberVectorOps, gradient(w, count - 1), memory, settings, count);
    w -= eta * next.direction;
    memory = next.memory;
    points.push(w);
  }
  return points;
}

/** The same three gradients wherever w is. */
const given = (_w: number, step: number): number => [0.5, -0.25, 1][step]!;

const expectPath = (points: readonly number[], ...expected: readonly number[]): void =>
  expected.forEach((value, step) => expect(points[step]).toBeCloseTo(value, 14));

// Worked out from the papers' formulas, from w = 1 with η = 0.1.
describe('the first three steps', () => {
  it('of gradient descent', () => {
    expectPath(path(optimizers.get('gd'), {}, 0.1, given), 0.95, 0.975, 0.875);
  });

  it('of momentum: v = 0.5; 0.45 − 0.25 = 0.2; 0.18 + 1 = 1.18 (Polyak)', () => {
    const points = path(optimizers.get('momentum'), { beta: 0.9 }, 0.1, given);

    expectPath(points, 1 - 0.05, 0.95 - 0.02, 0.93 - 0.118);
  });

  it('of Nesterov momentum on w²: θ + βu of Sutskever et al., whose u is −0.2, −0.304, −0.31808', () => {
    const points = path(optimizers.get('nesterov'), { beta: 0.9 }, 0.1, (w) => 2 * w);

    // u₁ = −0.1·2·1 and θ₁ = 0.8; u₂ = −0.18 − 0.1·2·0.62 and θ₂ = 0.496; u₃ = −0.2736 − 0.1·2·0.2224 and θ₃ = 0.17792.
    expectPath(points, 0.8 - 0.18, 0.496 - 0.2736, 0.17792 - 0.286272);
  });

  it('of RMSProp: m = 0.025; 0.0225 + 0.00625 = 0.02875; 0.025875 + 0.1 = 0.125875 (Tieleman & Hinton)', () => {
    const points = path(optimizers.get('rmsprop'), { rho: 0.9, eps: 0.01 }, 0.1, given);

    expectPath(
      points,
      1 - 0.05 / (Math.sqrt(0.025) + 0.01),
      1 - 0.05 / (Math.sqrt(0.025) + 0.01) + 0.025 / (Math.sqrt(0.02875) + 0.01),
      0.5676818271132116,
    );
  });

  it('of Adam: m̂ = 1/2, 2/19, 118/271; v̂ = 1/4, 31/199, 13069/29701 with β₂ = 0.99 (Kingma & Ba)', () => {
    const settings = { beta1: 0.9, beta2: 0.99, eps: 0.01 };
    const points = path(optimizers.get('adam'), settings, 0.1, given);

    const first = 1 - 0.1 * (0.5 / (0.5 + 0.01));
    const second = first - (0.1 * (2 / 19)) / (Math.sqrt(31 / 199) + 0.01);
    const third = second - (0.1 * (118 / 271)) / (Math.sqrt(13069 / 29701) + 0.01);
    expectPath(points, first, second, third);
  });
});

describe.each(optimizers.list)('$label', (optimizer) => {
  const settings = Object.fromEntries(optimizer.params.map((param) => [param.key, param.default]));

  it('remembers as much as it says', () => {
    const { memory } = optimizer.update(numberVectorOps, 0.3, [], settings, 1);

    expect(memory.length).toBe(optimizer.memory);
  });

  it('does not divide by a gradient of zero', () => {
    expect(path(optimizer, settings, 0.1, () => 0)).toEqual([1, 1, 1]);
  });

  it('either has a limit or is adaptive, for which the length of the gradient hardly matters', () => {
    const short = path(optimizer, settings, 0.1, (w) => w);
    const long = path(optimizer, settings, 0.1, (w) => 1000 * w);

    expect(optimizer.adaptive === true).toBe(optimizer.stability === undefined);
    expect(Math.abs(long[0]! / short[0]! - 1) < 1e-6).toBe(optimizer.adaptive === true);
  });
});

describe.each(['gd', 'momentum', 'nesterov'])('the limit of %s on a quadratic', (id) => {
  const optimizer = optimizers.get(id);

  it.each([0, 0.3, 0.9, 0.99])('is where it starts to diverge, with β = %d', (beta) => {
    const h = 3;
    const limit = (2 * (optimizer.stability?.({ beta }) ?? NaN)) / h;
    const last = (share: number): number =>
      Math.max(
        ...path(optimizer, { beta }, share * limit, (w) => h * w, { steps: 20_000 })
          .slice(-10)
          .map(Math.abs),
      );

    expect(last(0.999)).toBeLessThan(1e-6);
    // In the end it may be no number any more.
    expect(last(1.001)).not.toBeLessThan(10);
  });
});
