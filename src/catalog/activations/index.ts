import { registry } from '../registry.ts';
import { erf } from './erf.ts';
import { leakyRelu } from './leakyRelu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { tanh } from './tanh.ts';

/** Every activation. */
export const activations = registry('activation', [tanh, relu, leakyRelu, erf, linear]);
