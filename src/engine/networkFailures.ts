import type { Failure, FailureKind } from '../spec/Failure.ts';
import type { NetworkRef, RateResult } from '../spec/Result.ts';
import { EngineFailure } from './EngineFailure.ts';
import type { TrainingRule } from './trainingRule.ts';

const rounded = (value: number, digits = 3): string => String(Number(value.toPrecision(digits)));

/** Two numbers with as many digits as it takes to tell them apart, from three to eight. */
function apart(a: number, b: number): readonly [string, string] {
  const digits = [3, 4, 5, 6, 7].find((count) => rounded(a, count) !== rounded(b, count)) ?? 8;
  return [rounded(a, digits), rounded(b, digits)];
}

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
export function divergence(
  ref: NetworkRef,
  step: number,
  rate: RateResult,
  rule: Pick<TrainingRule, 'loss' | 'optimizer'>,
): EngineFailure {
  const began = `${networkName(ref)} diverged by step ${step}`;
  const words = Number.isNaN(rate.stabilityLimit)
    ? {
        sentence: `${began} at η = ${rounded(rate.eta)} with ${rule.optimizer.entry.label}, to which the kernel sets no limit.`,
        action: `Choose a rate well below ${rounded(rate.eta)}; 0.001 is a usual one.`,
      }
    : againstLimit(began, rate);
  return failureOf(ref, step, { kind: 'diverged', ...words });
}

function againstLimit(began: string, rate: RateResult): Pick<Failure, 'sentence' | 'action'> {
  const { formula = '2n/λ_max', stabilityLimit } = rate;
  const [eta, limit] = apart(rate.eta, stabilityLimit);
  return rate.eta >= rate.stabilityLimit
    ? {
        sentence: `${began}: η = ${eta} is ${eta === limit ? 'no less than' : 'above'} ${formula} = ${limit}.`,
        action: `Choose a rate below ${limit}, a multiple of the limit below 1.`,
      }
    : {
        sentence: `${began} at η = ${eta}: the kernel grew in training, so that ${formula} fell below its value at the start, ${limit}.`,
        action: `Choose a rate well below ${eta}, or a wider network, whose kernel moves less.`,
      };
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
