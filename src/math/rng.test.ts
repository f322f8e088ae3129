import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erf } from './erf.ts';
import { normals, permutation, stream } from './rng.ts';
import type { Stream } from './rng.ts';
import { mean } from './summary.ts';

const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

/** xoroshiro128+ 1.0 as its authors publish it (Blackman & Vigna 2018), in 64-bit integers. */
function reference(path: string): () => bigint {
  const digest = createHash('sha256').update(path, 'utf8').digest();
  const bits = (x: bigint): bigint => BigInt.asUintN(64, x);
  const turn = (x: bigint, by: bigint): bigint => bits((x << by) | (x >> (64n - by)));
  let s0 = digest.readBigUInt64BE(0);
  let s1 = digest.readBigUInt64BE(8);
  return () => {
    const result = bits(s0 + s1);
    s1 ^= s0;
    s0 = bits(turn(s0, 24n) ^ s1 ^ (s1 << 16n));
    s1 = turn(s1, 37n);
    return result;
  };
}

describe('a stream', () => {
  // These numbers are what links in slides and papers stand on. They must never change.
  it.each<[string, () => Stream, number[], number[], number[], string]>([
    [
      'of seed 0',
      () => stream(0),
      [0.42654202510519956, 0.2826387765352063, 0.05631702877477196],
      [-0.5651506268414457, -1.672273594093414, -0.5753497723586358, -0.14642912495693405],
      [697, 204, 936, 260, 447, 58, 476, 250],
      '+-+++-+++--+',
    ],
    [
      "of seed 'tangent'",
      () => stream('tangent'),
      [0.08379435133039781, 0.46578948992835134, 0.14014016773205318],
      [-0.8458214847711407, -0.06952328618334123, 0.4547599865170462, 0.7121212390400549],
      [662, 815, 278, 745, 64, 661, 841, 365],
      '+++++------+',
    ],
    [
      'of the second weights of seed 7',
      () => stream(7).fork('arm/0/weights/2'),
      [0.5449685437377579, 0.6739732073312085, 0.7980400725402436],
      [0.506324324308105, 1.9588552202931504, 1.3581086245585894, 0.33107091417732554],
      [417, 496, 245, 66, 358, 166, 736, 155],
      '-----+-----+',
    ],
  ])('%s keeps its numbers', (_, make, uniforms, normalNumbers, integers, signs) => {
    const [u, z, i, s] = [make(), make(), make(), make()];
    expect(times(3, () => u.uniform())).toEqual(uniforms);
    expect(times(4, () => z.normal())).toEqual(normalNumbers);
    expect(times(8, () => i.integer(1000))).toEqual(integers);
    expect(times(12, () => (s.sign() === 1 ? '+' : '-')).join('')).toBe(signs);
  });

  it('keeps its permutations and its large integers', () => {
    expect([...permutation(stream(0).fork('order'), 10)]).toEqual([2, 0, 8, 4, 1, 5, 3, 6, 9, 7]);
    expect(
      stream(7)
        .fork('big')
        .integer(2 ** 53 - 1),
    ).toBe(4588496064890693);
  });

  it('is xoroshiro128+ from the SHA-256 of its path', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (seed, name) => {
          const source = stream(seed).fork(name);
          const next = reference(`${seed}/${name}`);
          const low = (): number => Number(BigInt.asUintN(32, next()));
          for (let draw = 0; draw < 5; draw++) {
            const high = Math.floor(low() / 2 ** 5);
            expect(source.uniform()).toBe((high * 2 ** 26 + Math.floor(low() / 2 ** 6)) / 2 ** 53);
          }
        },
      ),
    );
  });

  it('forks by name, whatever was drawn and however the path is cut', () => {
    const drawn = stream(1);
    drawn.normal();
    drawn.integer(5);
    const name = 'arm/0/weights/2';
    const expected = normals(stream(1).fork(name), 5);
    expect(normals(drawn.fork(name), 5)).toEqual(expected);
    expect(normals(stream('1').fork('arm').fork('0').fork('weights/2'), 5)).toEqual(expected);
    expect(normals(stream(1).fork('arm/0/weights/3'), 5)).not.toEqual(expected);
    expect(normals(stream(2).fork(name), 5)).not.toEqual(expected);
    expect(normals(stream(1), 5)).not.toEqual(normals(stream(1).fork(''), 5));
  });

  it('refuses seeds and bounds without a meaning', () => {
    expect(() => stream(NaN)).toThrow('A seed is a finite number or a text, not NaN');
    expect(() => stream(Infinity)).toThrow('not Infinity');
    for (const below of [0, -1, 1.5, 2 ** 53, NaN]) {
      expect(() => stream(0).integer(below)).toThrow(`Integers below ${below}`);
    }
  });
});

describe('numbers of a stream', () => {
  const n = 100_000;

  /** The largest gap between the sorted sample's distribution and the given one, times √n (Kolmogorov). */
  function kolmogorov(sample: Float64Array, distribution: (x: number) => number): number {
    const gaps = sample.sort().map((x, i) => Math.abs((i + 0.5) / sample.length - distribution(x)));
    return Math.sqrt(sample.length) * gaps.reduce((most, gap) => Math.max(most, gap), 0);
  }

  // Kolmogorov's distribution exceeds 1.95 once in a thousand; the seeds are fixed, so this is settled.
  it('are uniform', () => {
    const source = stream('uniform');
    const sample = Float64Array.from({ length: n }, () => source.uniform());
    expect(sample.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(kolmogorov(sample, (x) => x)).toBeLessThan(1.95);
  });

  it('are normal', () => {
    const sample = normals(stream('normal'), n);
    expect(kolmogorov(sample, (x) => 0.5 * (1 + erf(x / Math.SQRT2)))).toBeLessThan(1.95);
  });

  it('are normal in pairs: squares of neighbours are not correlated', () => {
    const z = normals(stream('pairs'), n);
    for (const lag of [1, 2, 3]) {
      const products = z.subarray(lag).map((x, i) => (x * x - 1) * (z[i]! * z[i]! - 1));
      // E (z² − 1)² = 2, so a product has standard deviation 2.
      expect(Math.abs(mean(products))).toBeLessThan((4 * 2) / Math.sqrt(n));
    }
  });

  it('are independent from fork to fork', () => {
    const parent = stream('parent');
    const x = normals(parent.fork('0'), n);
    const y = normals(parent.fork('1'), n);
    expect(Math.abs(mean(x.map((value, i) => value * y[i]!)))).toBeLessThan(4 / Math.sqrt(n));
  });

  it('are signs half and half', () => {
    const source = stream('signs');
    expect(Math.abs(mean(times(n, () => source.sign())))).toBeLessThan(4 / Math.sqrt(n));
  });

  it('are integers equally often', () => {
    const source = stream('integers');
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < n; i++) counts[source.integer(7)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 7) ** 2 / (n / 7), 0);
    // The 99.9 % point of χ² with 6 degrees of freedom.
    expect(chiSquare).toBeLessThan(22.46);
    expect(times(50, () => source.integer(1))).toEqual(times(50, () => 0));
  });
});

describe('a permutation', () => {
  it('holds every index once', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer(), (n, seed) => {
        const sorted = permutation(stream(seed), n).sort();
        expect([...sorted]).toEqual(times(n, () => 0).map((_, i) => i));
      }),
    );
  });

  it('takes each order equally often', () => {
    const counts = new Map<string, number>();
    const source = stream('orders');
    for (let i = 0; i < 24_000; i++) {
      const order = permutation(source, 4).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquare = [...counts.values()].reduce((sum, c) => sum + (c - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(24);
    // The 99.9 % point of χ² with 23 degrees of freedom.
    expect(chiSquare).toBeLessThan(49.73);
  });
});
