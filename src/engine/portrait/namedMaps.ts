import type { Layer } from '../../nn/Layer.ts';
import { trace, type Instruction } from '../../nn/trace.ts';
import type { LayerShare } from '../../spec/Result.ts';
import { mapRoles, type Role } from '../../nn/mapRoles.ts';

/** An affine map of a network as people are told of it; `weight` is its weight's place among the network's parameters. */
export interface NamedMap extends Pick<
  LayerShare,
  'label' | 'input' | 'output' | 'parameters' | 'trained'
> {
  readonly weight: number;
}

/**
 * The affine maps of a network on d inputs in the order of their parameters: once each, however many steps share one. A
 * convolution's shapes are rows×columns×channels, those of a line positions×channels; what reads a sequence has
 * steps×features. The second copy of a mirrored network has the names of the first, with a prime.
 */
export function namedMaps(layer: Layer, inputs: number): readonly NamedMap[] {
  const steps = trace(layer, inputs);
  const counts = new Map<string, number>();
  return [...mapRoles(steps)]
    .sort(([a], [b]) => a - b)
    .map(([weight, { role, uses, at, twin }]) => {
      const prime = twin ? '′' : '';
      const count = (counts.get(role + prime) ?? 0) + 1;
      counts.set(role + prime, count);
      const label = role === 'readout' ? `${role}${prime}` : `${role} ${count}${prime}`;
      return { weight, label, ...shapesOf(steps, at, role, uses), ...sizeOf(layer, steps[at]) };
    });
}

function shapesOf(
  steps: readonly Instruction[],
  at: number,
  role: Role,
  uses: number,
): Pick<NamedMap, 'input' | 'output'> {
  const map = steps[at]!;
  const before = steps[map.of[0]!]!;
  const [window] = before.constants ?? [];
  if (before.op !== 'patches' || typeof window !== 'object') {
    const times = role === 'input' ? uses : map.positions;
    return { input: shape(times, before.features), output: shape(times, map.features) };
  }
  const places = window.rows === 1 ? [window.columns] : [window.rows, window.columns];
  const channels = steps[before.of[0]!]!.features;
  return { input: shape(...places, channels), output: shape(...places, map.features) };
}

/** "8×8×16", without leading ones. */
const shape = (...sizes: readonly number[]): string =>
  sizes.slice(sizes[0] === 1 ? 1 : 0).join('×');

function sizeOf(
  layer: Layer,
  step: Instruction | undefined,
): Pick<NamedMap, 'parameters' | 'trained'> {
  const { weight, bias, trained } = step!.map!;
  const [inWeight, inBias] = [weight, bias].map((place) =>
    place === undefined ? 0 : layer.shapes[place]!.shape.reduce((a, b) => a * b, 1),
  ) as [number, number];
  return {
    parameters: inWeight + inBias,
    trained: (trained.weight ? inWeight : 0) + (trained.bias ? inBias : 0),
  };
}
