import { fanScheme } from './fanSchemes.ts';

/** Variance 2/(fan-in + fan-out): a compromise between the forward and the backward pass. */
export const [glorotNormal, glorotUniform] = fanScheme({
  id: 'glorot',
  name: 'Xavier/Glorot',
  rule: '2/(fan-in + fan-out)',
  source: 'Glorot & Bengio (2010)',
  fan: 'average',
  factor: () => 1,
});
