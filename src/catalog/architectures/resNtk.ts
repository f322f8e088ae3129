import type { Architecture } from '../../nn/Architecture.ts';
import { serial } from '../../nn/serial.ts';
import { residualNet, residualParams } from './residualNet.ts';

/** x + α·V φ(W x), V of variance one: the ResNTK of the spectral analysis, with first and last map fixed. */
export const resNtk: Architecture = {
  id: 'resntk',
  label: 'Residual (ResNTK)',
  explain:
    'Each block adds α·V φ(W x) to what it gets; only V and W train. With ReLU, σ_w² = 2 and no biases it is the ResNTK of Belfer et al.',
  source: 'Huang et al. (2020); Belfer, Geifman, Galun & Basri (2024)',
  params: residualParams('hidden'),
  build: (settings, parts) =>
    residualNet(
      settings,
      parts,
      (map) => serial(map(), parts.activation, map({ weightVariance: 1 })),
      { maps: 2, activatedFirst: false },
    ),
};
