import { gaussian } from '../catalog/initializers/gaussian.ts';
import type { Dimensions } from '../nn/partsOf.ts';
import { mapsOf, trace } from '../nn/trace.ts';
import { layerOf } from './layerOf.ts';
import { nonlinearityOf } from './nonlinearityOf.ts';
import type { Arm } from './resolve.ts';
import { schemesOf, type Scheme } from './schemesOf.ts';

/**
 * Why an arm's weights cannot be drawn as it asks, on data of these dimensions: the first refusal of its initializers, as
 * sentences with what to do. Undefined where they can.
 */
export function refusalOf(arm: Arm, dimensions: Dimensions): string | undefined {
  const { architecture } = arm;
  // The shapes are the same however they are filled.
  const plain = { entry: gaussian, settings: {} };
  const single = { ...arm, initializer: plain, overrides: {}, mirrored: false };
  const maps = mapsOf(trace(layerOf(single, dimensions), dimensions.inputs));
  const { width } = architecture.settings;
  const network = {
    architecture: architecture.entry.id,
    nonlinearity: nonlinearityOf(arm),
    ...(typeof width === 'number' && { width }),
  };
  const refusals = schemesOf(arm, maps.length).map(({ scheme, place }) =>
    scheme.entry.refusal?.({ ...network, maps: placed(maps, place) }, scheme.settings),
  );
  return refusals.find((sentence) => sentence !== undefined);
}

function placed<T>(maps: readonly T[], place: Scheme['place']): readonly T[] {
  switch (place) {
    case 'first':
      return maps.slice(0, 1);
    case 'inner':
      return maps.slice(1, -1);
    case 'readout':
      return maps.slice(-1);
    case undefined:
      return maps;
  }
}
