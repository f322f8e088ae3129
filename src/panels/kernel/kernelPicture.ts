import type { ArmLabel } from '../../spec/Experiment.ts';
import type { KernelResult, LimitResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached, cachedPair } from '../cached.ts';
import { armFailure } from '../failureWords.ts';
import type { PanelView } from '../Panel.ts';
import { kernelShown, stepShown } from '../shown.ts';

/** Entries of a square kernel, row-major. */
export type Entries = Float32Array | Float64Array;

/** One arm's kernels (of its first network) as a view shows them. */
export interface ArmKernels {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly start: KernelResult | undefined;
  readonly shown: KernelResult | undefined;
  readonly limit: LimitResult | undefined;
  readonly failure: string | undefined;
}

/** What the kernel panel draws. */
export interface KernelPicture {
  /** Samples, and blocks of n×n along each side: K for a full kernel, else 1. */
  readonly n: number;
  readonly blocks: number;
  readonly arms: readonly ArmKernels[];
  /** Several arms have one and the same limit, as far as limits are known. */
  readonly sharedLimit: boolean;
}

/** The kernels of every arm at the step that the view shows. */
export function kernelPicture(results: Results, view: PanelView): KernelPicture {
  const calls = armCalls(results);
  const step = stepShown(results, view);
  const arms = results.arms.map(({ label, networks, limit }, index): ArmKernels => {
    const [first] = networks;
    return {
      label,
      ...calls[index]!,
      start: first?.kernels[0],
      shown: kernelShown(first, step),
      limit,
      failure: first && armFailure([first]),
    };
  });
  const size = arms.find(({ start }) => start)?.start?.size ?? 0;
  const n = results.data?.n ?? limitSize(arms) ?? size;
  return {
    n,
    blocks: size > n && n > 0 ? Math.round(size / n) : 1,
    arms,
    sharedLimit: arms.length > 1 && haveOneLimit(arms),
  };
}

/** The infinite-width NTK of an arm at the size of its kernels: K copies along the diagonal of a full one. */
export function limitEntries(limit: LimitResult | undefined, blocks: number): Entries | undefined {
  if (!limit?.exists) return undefined;
  return blocks === 1 ? limit.ntk : repeated(limit)(blocks);
}

const repeated = cached((limit: LimitResult & { readonly exists: true }) => {
  const known = new Map<number, Float64Array>();
  return (blocks: number): Float64Array => {
    const n = Math.round(Math.sqrt(limit.ntk.length));
    const size = n * blocks;
    const values = known.get(blocks) ?? new Float64Array(size * size);
    if (!known.has(blocks)) {
      for (let block = 0; block < blocks; block++) {
        for (let i = 0; i < n; i++) {
          values.set(limit.ntk.subarray(i * n, (i + 1) * n), (block * n + i) * size + block * n);
        }
      }
      known.set(blocks, values);
    }
    return values;
  };
});

const limitSize = (arms: readonly ArmKernels[]): number | undefined => {
  const limit = arms.map((arm) => arm.limit).find((found) => found?.exists);
  return limit?.exists ? Math.round(Math.sqrt(limit.ntk.length)) : undefined;
};

function haveOneLimit(arms: readonly ArmKernels[]): boolean {
  const known = arms.flatMap(({ limit }) => limit ?? []);
  const [first] = known;
  if (!first) return true;
  return (
    first.exists &&
    known.every((limit) => limit.exists && (limit === first || alike(limit.ntk, first.ntk)))
  );
}

/** Whether two kernels differ by no more than rounding. */
const alike = cachedPair((a: Float64Array, b: Float64Array): boolean => {
  if (a.length !== b.length) return false;
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return a.every((value, k) => Math.abs(value - b[k]!) <= 1e-9 * scale);
});
