import type { Architecture } from '../../nn/Architecture.ts';
import { serial } from '../../nn/serial.ts';
import { residualNet, residualParams } from './residualNet.ts';

/** x + α·V φ(W x) with both variances σ_w², everything trained: the residual network of the smoothness analysis. */
export const tirer: Architecture = {
  id: 'tirer',
  label: 'Residual (Tirer et al.)',
  explain:
    'Each block adds α·V φ(W x) to what it gets; every layer trains. With ReLU, σ_w² = 1 and no biases it is the network of Tirer et al.',
  source: 'Tirer, Bruna & Giryes (2021)',
  params: residualParams('all'),
  build: (settings, parts) =>
    residualNet(settings, parts, (map) => serial(map(), parts.activation, map()), {
      maps: 2,
      activatedFirst: false,
    }),
};
