import { matrix, type Matrix } from '../../math/matrix.ts';
import { plainOps } from '../plainOps.ts';
import type { LossId } from './Loss.ts';
import { matrixLossOps } from './matrixLossOps.ts';

/**
 * Roots B of the second derivative BBᵀ of each sample's loss by its K outputs: n blocks of K×K, one below the other. Of a softmax
 * with probabilities p, B = (diag √p) − p·√pᵀ, since diag(p) − ppᵀ is its square; squares have the identity.
 */
export function curvatureRoot(loss: LossId, f: Matrix): Matrix {
  const { rows: n, cols: count } = f;
  const result = matrix(n * count, count);
  const p = loss === 'softmax' ? matrixLossOps.softmax(f) : f;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < count; k++) {
      const row = result.data.subarray((i * count + k) * count, (i * count + k + 1) * count);
      const value = p.data[i * count + k]!;
      if (loss === 'logistic')
        row[k] = Math.sqrt(plainOps.sigmoid(value) * plainOps.sigmoid(-value));
      else if (loss !== 'softmax') row[k] = 1;
      else
        for (let l = 0; l < count; l++) {
          const root = Math.sqrt(p.data[i * count + l]!);
          row[l] = (k === l ? root : 0) - value * root;
        }
    }
  }
  return result;
}
