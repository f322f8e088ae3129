import type { NumberParam, SwitchParam } from '../nn/Settings.ts';

/** The step from whose kernel a second prediction starts. */
export const relinearize: NumberParam = {
  kind: 'number',
  key: 'relinearize',
  label: 'Tangent at',
  default: 0,
  min: 0,
  max: 100_000,
  slider: [0, 2000],
  integer: true,
  explain:
    'Once training is at this step, what is left of it is predicted anew, from the kernel and the outputs that each network has there; 0 not at all.',
};

/** Whether predictions are of gradient flow. */
export const flow: SwitchParam = {
  kind: 'switch',
  key: 'flow',
  label: 'Predict flow',
  default: false,
  explain:
    'Predictions are of gradient flow, the limit of small steps, instead of the steps that are taken. Of plain gradient descent on all samples only.',
};
