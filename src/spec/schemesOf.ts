import type { Initializer, MapPlace } from '../nn/Initializer.ts';
import type { Arm, Chosen } from './resolve.ts';

/** An initializer that a network uses, and which of its maps are drawn so; all of them if `place` is absent. */
export interface Scheme {
  readonly scheme: Chosen<Initializer>;
  readonly place?: MapPlace;
}

/** The initializers of a network with so many maps: one for all, or one for each place that the network has. */
export function schemesOf({ initializer, overrides }: Arm, maps: number): readonly Scheme[] {
  const { first, readout } = overrides;
  if (!first && !readout) return [{ scheme: initializer }];
  const inner: readonly Scheme[] = maps > 2 ? [{ scheme: initializer, place: 'inner' }] : [];
  return [
    { scheme: first ?? initializer, place: 'first' },
    ...inner,
    { scheme: readout ?? initializer, place: 'readout' },
  ];
}
