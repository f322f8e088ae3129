import type { Architecture } from '../../nn/Architecture.ts';
import { serial } from '../../nn/serial.ts';
import { residualNet, residualParams } from './residualNet.ts';

/** x + α·W φ(x): one map a block, with the activation before it. */
export const preActivation: Architecture = {
  id: 'preact',
  label: 'Residual (pre-activation)',
  explain:
    'Each block adds α·W φ(x) to what it gets, so that the stream itself meets no activation.',
  source: 'He, Zhang, Ren & Sun (2016), with one map a block',
  params: residualParams('all'),
  build: (settings, parts) =>
    residualNet(settings, parts, (map) => serial(parts.activation, map()), {
      maps: 1,
      activatedFirst: true,
    }),
};
