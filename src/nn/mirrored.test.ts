import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { dense } from './dense.ts';
import { infiniteKernel } from './infiniteKernel.ts';
import type { Initializer } from './Initializer.ts';
import { mapRoles } from './mapRoles.ts';
import { mirrored } from './mirrored.ts';
import { serial } from './serial.ts';
import { trace } from './trace.ts';

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
const map = (fanIn: number, fanOut: number) =>
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
const plain = serial(map(3, 5), map(5, 2));
const pair = mirrored(plain);

describe('a mirrored network', () => {
  it('draws what the plain one draws, twice, in arrays of their own', () => {
    const drawn = pair.draw(stream(1));
    const once = plain.draw(stream(1));

    expect(drawn).toEqual([...once, ...once]);
    expect(pair.shapes).toEqual(drawn.map(({ role, shape }) => ({ role, shape })));
    drawn.forEach(({ values }, place) => expect(values).not.toBe(drawn[(place + 4) % 8]!.values));
  });

  it('has the tangent kernel of the plain one, and no variance', () => {
    const x = matrix(4, 3, normals(stream(2), 12));
    const { nngp, ntk } = infiniteKernel(pair, x, x);

    expect(ntk).toEqual(infiniteKernel(plain, x, x).ntk);
    expect(nngp.data.every((value) => value === 0)).toBe(true);
  });

  it('has two readouts, of which the second is the twin', () => {
    const roles = [...mapRoles(trace(pair, 3))].map(([weight, { role, twin }]) => [
      weight,
      role,
      twin,
    ]);

    expect(roles).toEqual([
      [0, 'dense', false],
      [2, 'readout', false],
      [4, 'dense', true],
      [6, 'readout', true],
    ]);
    expect([...mapRoles(trace(plain, 3)).values()].some(({ twin }) => twin)).toBe(false);
  });
});
