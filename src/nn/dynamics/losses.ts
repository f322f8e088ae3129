import { scaled, type Matrix } from '../../math/matrix.ts';
import { logistic, softmax } from './crossEntropies.ts';
import { meanSquaredLoss } from './fit.ts';
import { lossIds, type Loss, type LossId } from './Loss.ts';
import { matrixLossOps } from './matrixLossOps.ts';

/** c·Σ ½‖f − y‖². */
const squares = (id: LossId, normalization: Loss['normalization']): Loss => ({
  id,
  isSquare: true,
  normalization,
  curvature: 1,
  value: (f, y) => normalization(f.rows) * f.rows * meanSquaredLoss(f, y),
  slope: (ops, f, y) => ops.subtract(f, y),
});

const byId: Readonly<Record<LossId, Loss>> = {
  mse: squares('mse', (n) => 1 / n),
  'mse-sum': squares('mse-sum', () => 1),
  'mse-mean': squares('mse-mean', (n) => 2 / n),
  softmax,
  logistic,
};

/** Every loss, in the order of a picker. */
export const losses: readonly Loss[] = lossIds.map((id) => byId[id]);

/** The loss that a link's word names. */
export const lossOf = (id: LossId): Loss => byId[id];

/** The derivative of the whole loss by the outputs, c included, n×K in float64. */
export const lossGradient = (loss: Loss, f: Matrix, y: Matrix): Matrix =>
  scaled(loss.slope(matrixLossOps, f, y), loss.normalization(f.rows));
