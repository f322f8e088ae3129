import type { ChoiceParam } from '../../nn/Settings.ts';
import { onSphere } from './onSphere.ts';
import { standardized, type Inputs } from './standardized.ts';

/** One way to scale grey values before a network sees them. */
export interface DigitScaling {
  readonly label: string;
  /** As the caption says it. */
  readonly words: string;
  readonly apply: (inputs: Inputs) => Inputs;
}

/** Ways to scale the images, by their word in a link; the test set is scaled by the numbers of the training set. */
export const digitScalings: Readonly<Record<string, DigitScaling>> = {
  global: {
    label: 'all pixels together',
    words: 'zero mean and unit variance over all training pixels',
    apply: (inputs) => standardized(inputs, 'whole'),
  },
  pixel: {
    label: 'each pixel',
    words: 'zero mean and unit variance of each pixel over the training images',
    apply: (inputs) => standardized(inputs, 'coordinate'),
  },
  norm: {
    label: 'each image to |x|² = d',
    words: 'each image scaled to |x|² = d = 64',
    apply: ({ x, xTest }) => ({ x: onSphere(x), xTest: onSphere(xTest) }),
  },
  raw: {
    label: 'none: grey 0 to 1',
    words: 'grey values from 0 (paper) to 1 (ink)',
    apply: (inputs) => inputs,
  },
};

/** Which of them to use. */
export const scalingParam: ChoiceParam = {
  kind: 'choice',
  key: 'standardization',
  label: 'Standardize',
  default: 'global',
  options: Object.entries(digitScalings).map(([value, { label }]) => ({ value, label })),
  explain: 'How the grey values are scaled before the network sees them.',
};
