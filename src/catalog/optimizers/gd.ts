import type { Optimizer } from '../../nn/Optimizer.ts';

/** w ← w − ηg. */
export const gd: Optimizer = {
  id: 'gd',
  label: 'gradient descent',
  explain:
    'A step against the gradient, η times as long; with mini-batches, stochastic gradient descent.',
  source: 'Cauchy (1847)',
  params: [],
  memory: 0,
  update: (_ops, gradient) => ({ direction: gradient, memory: [] }),
  stability: () => 1,
  stabilityWords: '',
};
