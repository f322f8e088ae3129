import { stream, type Stream } from '../math/rng.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import type { Layer } from '../nn/Layer.ts';
import { mirrored } from '../nn/mirrored.ts';
import { outputScaled } from '../nn/outputScaled.ts';
import { partsOf, type Dimensions, type Drawn } from '../nn/partsOf.ts';
import type { Initializer } from '../nn/Initializer.ts';
import { nonlinearityOf } from './nonlinearityOf.ts';
import type { Arm, Chosen } from './resolve.ts';

/** The network of an arm for data of these dimensions: finite and infinite width at once. */
export function layerOf(arm: Arm, dimensions: Dimensions): Layer {
  const { architecture, activation, initializer, overrides, ...shared } = arm;
  const parts = partsOf(
    {
      ...shared,
      ...drawn(initializer),
      overrides: {
        ...(overrides.first && { first: drawn(overrides.first) }),
        ...(overrides.readout && { readout: drawn(overrides.readout) }),
      },
      activation: activationLayer(activation.entry, activation.settings),
      nonlinearity: nonlinearityOf(arm),
    },
    dimensions,
  );
  const layer = architecture.entry.build(architecture.settings, parts);
  const whole = arm.mirrored ? mirrored(layer) : layer;
  return arm.outputScale === 1 ? whole : outputScaled(whole, arm.outputScale);
}

const drawn = ({ entry, settings }: Chosen<Initializer>): Drawn => ({
  initializer: entry,
  initializerSettings: settings,
});

/** The stream that samples are drawn from; all arms and networks see the same ones. */
export const dataStream = (seed: number): Stream => stream(seed).fork('data');

/**
 * The stream that network `place` of every arm draws its weights from. Arms share it (common random numbers): two arms
 * that differ in a rate start from the same weights, and what is compared is the setting, not the luck of the draw.
 */
export const weightStream = (seed: number, place: number): Stream =>
  stream(seed).fork('network').fork(String(place));

/**
 * The stream that mini-batches take the order of their epochs from, shared by all arms and networks: they see the same samples
 * in the same steps.
 */
export const orderStream = (seed: number): Stream => stream(seed).fork('batches');
