import { stream } from '../../math/rng.ts';
import type { Dataset, Samples } from '../../nn/Dataset.ts';
import type { Settings } from '../../nn/Settings.ts';
import { datasets } from '../datasets/index.ts';
import { defaultSettings } from './randomSettings.ts';

/** The samples that a data set draws from the stream of a seed as an experiment does. */
export const samplesOf = (
  dataset: Dataset,
  settings: Settings,
  { seed = 1, files = new Map() }: { readonly seed?: number; readonly files?: Files } = {},
): Samples => dataset.draw(settings, stream(seed).fork('data'), files);

/** The samples of a data set at its defaults, or at `fixed` values in their place. */
export const defaultSamples = (
  id: string,
  fixed: Settings = {},
  files: Files = new Map(),
): Samples => samplesOf(datasets.get(id), defaultSettings(datasets.get(id), fixed), { files });

type Files = ReadonlyMap<string, Uint8Array>;
