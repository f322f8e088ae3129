import type { Limit } from '../../nn/Initializer.ts';

/** The limit of weights that are Gaussian, or that sums over wide layers make so. */
export const gaussianLimit: Limit = { exists: true };
