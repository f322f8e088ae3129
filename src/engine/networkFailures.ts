import type { Failure, FailureKind } from '../spec/Failure.ts';
import type { NetworkRef, RateResult } from '../spec/Result.ts';
import { EngineFailure } from './EngineFailure.ts';

const rounded = (value: number): string => String(Number(value.toPrecision(3)));

/** A network's name in a sentence: "A", or "A (network 3)" beyond the first. */
export const networkName = ({ arm, seed }: NetworkRef): string =>
  seed === 0 ? arm : `${arm} (network ${seed + 1})`;

/** The network's numbers overflow before the first step. */
export const overflowAtStart = (ref: NetworkRef): EngineFailure =>
  failureOf(ref, 0, {
    kind: 'diverged',
    sentence: `${networkName(ref)} overflows float32 before the first step: its layers multiply what goes in until it is infinite.`,
    action: 'Choose a smaller σ_w² or constant, NTK scaling, fewer layers or a smaller width.',
  });

/** The kernel is zero. */
export const noGradient = (ref: NetworkRef): EngineFailure =>
  failureOf(ref, 0, {
    kind: 'no-gradient',
    sentence: `The kernel of ${networkName(ref)} is zero: no output depends on any weight at first order, so gradient descent cannot move.`,
    action: 'Choose weights other than 0, or turn biases on.',
  });

/** No map trains, as a single hidden layer has none between its first map and its last. */
export const nothingTrains = (ref: NetworkRef): EngineFailure =>
  failureOf(ref, 0, {
    kind: 'no-gradient',
    sentence: `Nothing trains in ${networkName(ref)}: none of its layers is among those that "Trained" names, so its kernel is zero.`,
    action: 'Let other layers train, or add layers.',
  });

/** Training left all bounds by `step`. */
export function divergence(ref: NetworkRef, step: number, rate: RateResult): EngineFailure {
  const eta = rounded(rate.eta);
  const limit = rounded(rate.stabilityLimit);
  const name = networkName(ref);
  return failureOf(
    ref,
    step,
    rate.eta >= rate.stabilityLimit
      ? {
          kind: 'diverged',
          sentence: `${name} diverged by step ${step}: η = ${eta} is above 2n/λ_max = ${limit}.`,
          action: `Choose a rate below ${limit}, a multiple of the limit below 1.`,
        }
      : {
          kind: 'diverged',
          sentence: `${name} diverged by step ${step} at η = ${eta}: the kernel grew in training, so that 2n/λ_max fell below its value at the start, ${limit}.`,
          action: `Choose a rate well below ${eta}, or a wider network, whose kernel moves less.`,
        },
  );
}

/**
 * The failure of one network, with its name, if what was thrown is one that the others survive; else throws it again.
 */
export function survivable(error: unknown, ref: NetworkRef): Failure {
  if (error instanceof EngineFailure && ofOneNetwork.includes(error.failure.kind))
    return { ...error.failure, arm: ref.arm, seed: ref.seed };
  throw error;
}

const ofOneNetwork: readonly FailureKind[] = ['diverged', 'no-gradient'];

const failureOf = (
  { arm, seed }: NetworkRef,
  step: number,
  words: Pick<Failure, 'kind' | 'sentence' | 'action'>,
): EngineFailure => new EngineFailure({ ...words, arm, seed, step });
