import type { Entry } from '../nn/Settings.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { datasets } from './datasets/index.ts';
import { initializers } from './initializers/index.ts';
import { optimizers } from './optimizers/index.ts';

/** What is known of a catalog entry without its functions: what it shows of itself, and facts that need no computing. */
export interface EntryFacts extends Entry {
  readonly source?: string;
  /** Of initializers: σ_w² is not used. */
  readonly fixesVariance?: true;
  /** Of initializers: the entries of a matrix depend on each other. */
  readonly joint?: true;
  /** Of optimizers: no stability limit follows from the kernel. */
  readonly adaptive?: true;
  /** Of optimizers: what the stability limit of gradient descent is multiplied by, as in a formula. */
  readonly stabilityWords?: string;
  /** Of initializers: a convolution has its matrix at the centre tap. */
  readonly centreOnly?: true;
  /** Of initializers: what is lost where the first layer or the readout is drawn in another way. */
  readonly whole?: { readonly first: string; readonly readout: string };
  /** Of initializers: units that it takes for each input to do what it is made for. */
  readonly unitsPerInput?: number;
  /** Of data sets: how many outputs there are, by the value of one setting, where it is not one. */
  readonly manyOutputs?: {
    readonly key: string;
    readonly counts: Readonly<Record<string, number>>;
  };
}

/**
 * The catalog as plain data, by family. The page lists, reads and checks settings with it; what draws and computes is for the
 * worker alone, so the build puts the JSON of this very object in the place of the code (`catalogAsData` in vite.config.ts).
 */
export const entries: Readonly<
  Record<'data' | 'net' | 'act' | 'init' | 'opt', readonly EntryFacts[]>
> = {
  data: datasets.list,
  net: architectures.list,
  act: activations.list,
  init: initializers.list,
  opt: optimizers.list,
};
