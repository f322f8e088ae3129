import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import ln from '@stdlib/math-base-special-ln';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers, the same on every machine and in every browser for ever. */
export interface Stream {
  /** Uniform on [0, 1), in steps of 2⁻⁵³. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** 1 or −1, equally likely. */
  sign(): 1 | -1;
  /** An integer in [0, below), each equally likely. Throws unless below is an integer in 1…2⁵³ − 1. */
  integer(below: number): number;
  /** An independent stream that depends on this one's seed and path and on the name, never on what was drawn. */
  fork(name: string): Stream;
}

/**
 * The stream of a seed. The state of xoroshiro128+ (Blackman & Vigna 2018) is the first 128 bits of the SHA-256 of
 * the seed and all names forked since, joined by slashes, in UTF-8. Hence fork('a/b') is fork('a').fork('b'), and
 * seed 7 is seed '7'. Throws on a seed that is not finite.
 */
export function stream(seed: number | string): Stream {
  if (typeof seed === 'number' && !Number.isFinite(seed)) {
    throw new RangeError(`A seed is a finite number or a text, not ${seed}`);
  }
  return streamAt(String(seed));
}

/** n standard normal numbers. */
export function normals(source: Stream, n: number): Float64Array {
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) result[i] = source.normal();
  return result;
}

/** The numbers 0 … n − 1 in random order, every order equally likely (Fisher & Yates 1938). */
export function permutation(source: Stream, n: number): Int32Array {
  const result = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = source.integer(i + 1);
    const kept = result[i]!;
    result[i] = result[j]!;
    result[j] = kept;
  }
  return result;
}

function streamAt(path: string): Stream {
  const digest = new DataView(sha256(utf8ToBytes(path)).buffer);
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.getInt32(at)));
  let spare = NaN;

  // The low bits of xoroshiro128+ are its weakest, so each half of the 53 bits leaves some behind.
  const uniform = (): number =>
    ((generator.next() >>> 5) * 0x4000000 + (generator.next() >>> 6)) / 0x20000000000000;

  // Marsaglia's polar method: two normals at a time. Math.log may differ in its last bit from engine to engine,
  // so the logarithm is done in software; everything else is exactly rounded everywhere.
  function normal(): number {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = NaN;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * ln(square)) / square);
        spare = y * factor;
        return x * factor;
      }
    }
  }

  function integer(below: number): number {
    if (!(Number.isSafeInteger(below) && below >= 1)) {
      throw new RangeError(`Integers below ${below}: expected an integer from 1 to 2⁵³ − 1`);
    }
    return uniformInt(generator, 0, below - 1);
  }

  return {
    uniform,
    normal,
    sign: () => (generator.next() < 0 ? -1 : 1),
    integer,
    fork: (name) => streamAt(`${path}/${name}`),
  };
}
