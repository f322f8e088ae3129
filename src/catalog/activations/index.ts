import { registry } from '../registry.ts';
import { abs } from './abs.ts';
import { cos } from './cos.ts';
import { erf } from './erf.ts';
import { gaussian } from './gaussian.ts';
import { gelu } from './gelu.ts';
import { leakyRelu } from './leakyRelu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { sin } from './sin.ts';
import { softplus } from './softplus.ts';
import { step } from './step.ts';
import { tanh } from './tanh.ts';

/** Every activation: the most used first, then by kin. */
export const activations = registry('activation', [
  tanh,
  relu,
  leakyRelu,
  abs,
  gelu,
  silu,
  softplus,
  erf,
  sigmoid,
  sin,
  cos,
  gaussian,
  step,
  linear,
]);
