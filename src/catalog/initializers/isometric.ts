import { haarOrthogonal } from '../../math/haarOrthogonal.ts';
import { identity, matrix, scaled, subtract, type Matrix } from '../../math/matrix.ts';
import type { Stream } from '../../math/rng.ts';
import type { BranchPlace, Initializer, WeightShape } from '../../nn/Initializer.ts';
import { endsBranch, partialIdentity, unitOf } from './fixedWeights.ts';
import { mirroredMap, mirroredReadout, mirroringMap, refusesMirroring } from './mirroredBlocks.ts';
import { needsBranches } from './residualNetworks.ts';

const name = 'The isometric residual scheme';

/**
 * On a stream [z; −z] every block is z ↦ Mz with M Haar orthogonal, since its branch adds (LL(M) − LL(I))φ[z; −z], whatever α is.
 * A reconstruction from what the abstract states, perfect isometry at any width and depth: the definition in the paper may be
 * another one.
 */
export const isometric: Initializer = {
  id: 'isometric',
  label: 'isometric residual (RISOTTO style)',
  explain:
    'Residual blocks with ReLU that are exactly orthogonal at the start: all singular values of the stream’s Jacobian are 1 at any depth, given two units or more for each input. Our reconstruction in the style of RISOTTO, not the paper’s definition; biases start at zero.',
  source: 'in the style of Gadhikar & Burkholz (2022), reconstructed',
  params: [],
  fixesVariance: true,
  structured: true,
  centreOnly: true,
  whole: {
    first:
      'Only its own first layer brings inputs to the stream in mirrored pairs: with another one the stream’s Jacobian is not orthogonal.',
    readout:
      'Only its own readout takes the differences of mirrored pairs: with another one outputs do not read the stream as it is.',
  },
  unitsPerInput: 2,
  gain: () => 1,
  bias: () => 0,
  unit: (stream, shape) => unitOf(weightsOf(shape, stream), shape),
  refusal: (network) =>
    needsBranches(name, network.architecture) ?? refusesMirroring(name, network),
  limit: () => ({
    exists: false,
    reason:
      'Its units come in pairs that mirror each other, and each block’s weights cancel the stream that they are added to: neither is independent, as the Gaussian kernels take them to be.',
  }),
};

function weightsOf(shape: WeightShape, stream: Stream): Float64Array {
  const { place, branch } = shape;
  if (place === 'first') return mirroringMap(shape, stream);
  if (place === 'readout') return mirroredReadout(shape, stream);
  if (!branch || endsBranch(shape))
    return mirroredMap(shape, (rows, columns) =>
      turned(haarOrthogonal(rows, columns, stream), branch),
    );
  // An activation comes next, as it did where there is one before: what it then gets must be the stream again.
  return branch.activatedFirst
    ? mirroredMap(shape, (rows, columns) =>
        matrix(rows, columns, partialIdentity({ fanIn: rows, fanOut: columns })),
      )
    : partialIdentity(shape);
}

/** (M − I)/α: what a branch must add for its block to be M; zero where nothing of it is added. */
function turned(m: Matrix, branch: BranchPlace | undefined): Matrix {
  if (!branch) return m;
  if (branch.alpha === 0) return matrix(m.rows, m.cols);
  return scaled(subtract(m, identity(m.rows)), 1 / branch.alpha);
}
