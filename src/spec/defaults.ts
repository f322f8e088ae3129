import { canonical } from './canonical.ts';

export { defaultsOf } from './defaultsOf.ts';

/**
 * What the page shows before anyone touches it: the same deep tanh network on the critical line of initialization, once
 * with Gaussian and once with orthogonal weights, learning to tell two handwritten digits apart.
 */
export const defaultExperiment = canonical({
  shared: {},
  arms: [{ 'net.depth': 8, sw2: 1.05, sb2: 2e-5, rate: 0.6 }, { init: 'orthogonal' }],
});
