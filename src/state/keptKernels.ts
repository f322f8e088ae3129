import type { KernelResult } from '../spec/Result.ts';
import { inStepOrder } from './inStepOrder.ts';

/** Which networks a run has, and which of them a kernel is of. */
export interface Place {
  readonly arms: number;
  readonly seeds: number;
  readonly seed: number;
}

/** What the kernels of a run may take in the page: those of the first network of each arm, and those of all others. */
const bytesOfFirst = 2 ** 28;
const bytesOfOthers = 2 ** 27;

/**
 * A network's kernels with one more, as many as there is memory for; all of them, unless samples or networks are very
 * many. Beyond that the ends stay, and of what lies between goes what is closest to its neighbours.
 */
export function keptKernels(
  kernels: readonly KernelResult[],
  kernel: KernelResult,
  { arms, seeds, seed }: Place,
): readonly KernelResult[] {
  const share = seed === 0 ? bytesOfFirst / arms : bytesOfOthers / (arms * (seeds - 1));
  const room = Math.floor(share / kernel.values.byteLength);
  const all = inStepOrder(kernels, kernel);
  if (all.length <= room) return all;
  // Pictures are of the first network: it keeps its start and its present, whatever they take.
  return room < 2 && seed > 0 ? all.slice(all.length - room) : all.toSpliced(crowded(all), 1);
}

/** The place, neither first nor last, whose neighbours are closest to each other; none (the length) for two. */
function crowded(kernels: readonly KernelResult[]): number {
  const gaps = kernels.slice(2).map(({ step }, i) => step - (kernels[i]?.step ?? 0));
  return gaps.length === 0 ? kernels.length : gaps.indexOf(Math.min(...gaps)) + 1;
}
