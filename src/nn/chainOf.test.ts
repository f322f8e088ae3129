import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { chainOf } from './chainOf.ts';
import { dense } from './dense.ts';
import type { Initializer } from './Initializer.ts';
import { inputKernel } from './inputKernel.ts';
import type { Layer } from './Layer.ts';
import { matrixOps, nextMatrix } from './matrixOps.ts';
import { residual } from './residual.ts';
import { serial } from './serial.ts';
import { traceChain } from './trace.ts';

const gaussian: Initializer = {
  id: 'test',
  label: '',
  explain: '',
  source: '',
  params: [],
  unit: (source, { fanIn, fanOut }) => normals(source, fanIn * fanOut),
  gain: (_shape, weightVariance) => weightVariance,
  limit: () => ({ exists: true }),
};

const map = (fanIn: number, fanOut: number): Layer =>
  dense({
    fanIn,
    fanOut,
    parameterization: 'ntk',
    initializer: gaussian,
    initializerSettings: {},
    weightVariance: 1.5,
    biasVariance: 0.1,
    bias: true,
  });

const block = residual(serial(map(5, 4), map(4, 5)), 0.5);
const net = serial(serial(map(3, 5), block), map(5, 4), serial(serial(map(4, 2))));

describe('the chain of a network', () => {
  it('computes what the network does, at finite and infinite width', () => {
    const x = matrix(2, 3, normals(stream('x'), 6));
    const drawn = net.draw(stream('net'));
    const [next, byParts] = [nextMatrix(drawn), nextMatrix(drawn)];
    const chain = chainOf(net);

    expect(chain).toHaveLength(4);
    expect(chain.reduce((value, part) => part.apply(matrixOps, byParts, value), x)).toEqual(
      net.apply(matrixOps, next, x),
    );
    expect(chain.reduce((state, part) => part.kernel(state), inputKernel(x, x)).ntk).toEqual(
      net.kernel(inputKernel(x, x)).ntk,
    );
  });

  it('is traced part by part', () => {
    const { steps, ends } = traceChain(chainOf(net), 3);

    expect(ends.map((end) => steps[end]!.op)).toEqual(['affine', 'add', 'affine', 'affine']);
    expect(steps[ends[1]!]!.of[0]).toBe(ends[0]);
  });
});
