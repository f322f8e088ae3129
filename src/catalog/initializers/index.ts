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

/** Every initializer. */
export const initializers = registry('initializer', [
  gaussian,
  orthogonal,
  uniform,
  truncated,
  heNormal,
  heUniform,
  glorotNormal,
  glorotUniform,
  lecunNormal,
  lecunUniform,
  fractional,
  stable,
  student,
  sparse,
  noisyIdentity,
  siren,
  constant,
  zero,
  looksLinear,
  isometric,
  fixup,
  skipInit,
  largeBias,
  custom,
]);
