import { registry } from '../registry.ts';
import { constant } from './constant.ts';
import { gaussian } from './gaussian.ts';
import { glorotNormal, glorotUniform } from './glorot.ts';
import { heNormal, heUniform } from './he.ts';
import { lecunNormal, lecunUniform } from './lecun.ts';
import { orthogonal } from './orthogonal.ts';
import { uniform } from './uniform.ts';

/** Every initializer. */
export const initializers = registry('initializer', [
  gaussian,
  orthogonal,
  uniform,
  heNormal,
  heUniform,
  glorotNormal,
  glorotUniform,
  lecunNormal,
  lecunUniform,
  constant,
]);
