import { lossWords } from '../nn/dynamics/Loss.ts';
import type { Arm } from './resolve.ts';

/** What a loss needs to know of the targets. */
export interface Targets {
  readonly outputs: number;
  /** Whether samples belong to classes, so that targets are ±1 or one-hot − 1/K. */
  readonly classes: boolean;
}

/** Why an arm's loss does not fit the targets, as sentences with what to do; undefined where it does. */
export function lossRefusal(
  { loss }: Pick<Arm, 'loss'>,
  { outputs, classes }: Targets,
): string | undefined {
  if (loss !== 'softmax' && loss !== 'logistic') return undefined;
  const { label } = lossWords[loss];
  if (!classes)
    return `The ${label} loss needs classes, and the targets of this data set are numbers. Choose a mean square, or a target of classes.`;
  if (loss === 'softmax' && outputs < 2)
    return `The ${label} loss needs an output for each class, and this data set has one output for its two classes. Choose the logistic loss, or all classes.`;
  if (loss === 'logistic' && outputs > 1)
    return `The ${label} loss needs a single output, and this data set has ${outputs}. Choose softmax cross-entropy, or two classes.`;
  return undefined;
}
