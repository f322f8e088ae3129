import type { Initializer } from '../../nn/Initializer.ts';
import { registry } from '../registry.ts';
import { constant } from './constant.ts';
import { custom } from './custom.ts';
import { fixup } from './fixup.ts';
import { fractional } from './fractional.ts';
import { gaussian } from './gaussian.ts';
import { glorotNormal, glorotUniform } from './glorot.ts';
import { heNormal, heUniform } from './he.ts';
import { isometric } from './isometric.ts';
import { largeBias } from './largeBias.ts';
import { lecunNormal, lecunUniform } from './lecun.ts';
import { looksLinear } from './looksLinear.ts';
import { noisyIdentity } from './noisyIdentity.ts';
import { orthogonal } from './orthogonal.ts';
import { siren } from './siren.ts';
import { skipInit } from './skipInit.ts';
import { sparse } from './sparse.ts';
import { stable } from './stable.ts';
import { student } from './student.ts';
import { truncated } from './truncated.ts';
import { uniform } from './uniform.ts';
import { zero } from './zero.ts';

/** Every initializer, by kin; the first is the one that needs no other reason. */
export const initializers = registry('initializer', [
  ...kin('Gaussian and its like', [gaussian, truncated, uniform, largeBias]),
  ...kin('variance schemes', [
    heNormal,
    heUniform,
    glorotNormal,
    glorotUniform,
    lecunNormal,
    lecunUniform,
    fractional,
    siren,
  ]),
  ...kin('orthogonal and structured', [
    orthogonal,
    looksLinear,
    isometric,
    noisyIdentity,
    sparse,
    fixup,
    skipInit,
  ]),
  ...kin('heavy tails', [stable, student]),
  ...kin('not random', [constant, zero]),
  ...kin('by formula', [custom]),
]);

/** Initializers that a picker lists under one name. */
function kin(group: string, list: readonly Initializer[]): readonly Initializer[] {
  return list.map((initializer) => ({ ...initializer, group }));
}
