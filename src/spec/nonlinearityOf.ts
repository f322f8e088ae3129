import { linear } from '../catalog/activations/linear.ts';
import type { Nonlinearity } from '../nn/Initializer.ts';
import type { Arm } from './resolve.ts';

/** What follows the maps of an arm's network: its activation, or none, whichever it has, where the architecture is linear. */
export const nonlinearityOf = ({ architecture, activation }: Arm): Nonlinearity =>
  architecture.entry.linear
    ? { activation: linear, settings: {} }
    : { activation: activation.entry, settings: activation.settings };
