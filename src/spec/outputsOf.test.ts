import { describe, expect, it } from 'vitest';
import { datasets } from '../catalog/datasets/index.ts';
import { defaultSettings } from '../catalog/testing/randomSettings.ts';
import { outputsOf } from './outputsOf.ts';

describe('the number of outputs', () => {
  it.each(datasets.list)('is what the data set says, for every choice of $id', (dataset) => {
    const choices = dataset.params.flatMap((param) =>
      param.kind === 'choice' ? param.options.map(({ value }) => ({ [param.key]: value })) : [],
    );

    for (const choice of [{}, ...choices]) {
      const settings = defaultSettings(dataset, choice);
      const keyed = Object.entries(settings).map(([key, value]) => [`data.${key}`, value] as const);

      expect(outputsOf({ data: dataset.id, ...Object.fromEntries(keyed) })).toBe(
        dataset.dimensions(settings).outputs,
      );
    }
  });
});
