import { permutation, type Stream } from '../../math/rng.ts';
import { evenShares } from './evenShares.ts';

/** Samples picked from a larger set, ordered by class, then as they were. */
export interface Picked {
  /** Where each stands in the set. */
  readonly places: readonly number[];
  /** Index of its class among the chosen ones. */
  readonly labels: Int32Array;
}

/**
 * Samples of the chosen digits to train and to test on, without repetition and as even as they allow.
 * Each class is shuffled once; training takes from the front and testing from the back, so that neither changes when the
 * other grows. Throws a RangeError if there are fewer than asked for.
 */
export function split(
  labels: Uint8Array,
  chosen: readonly number[],
  counts: { readonly n: number; readonly test: number },
  stream: Stream,
): { readonly training: Picked; readonly test: Picked } {
  const members = chosen.map((digit) =>
    Array.from(labels.keys()).filter((place) => labels[place] === digit),
  );
  const sizes = members.map((places) => places.length);
  const held = sizes.reduce((a, b) => a + b, 0);
  if (counts.n + counts.test > held) {
    const which = chosen.length === 2 ? `digits ${chosen.join(' and ')}` : 'all ten digits';
    throw new RangeError(
      `There are ${held} images of ${which}, fewer than ${counts.n} to train on and ${counts.test} to test on.`,
    );
  }
  const shuffled = members.map((places, c) =>
    Array.from(permutation(stream.fork(String(chosen[c])), places.length), (at) => places[at]!),
  );
  const training = evenShares(counts.n, sizes);
  const test = evenShares(
    counts.test,
    sizes.map((size, c) => size - training[c]!),
  );
  return {
    training: inFileOrder(shuffled.map((places, c) => places.slice(0, training[c]))),
    test: inFileOrder(shuffled.map((places, c) => places.slice(places.length - test[c]!))),
  };
}

const inFileOrder = (byClass: readonly (readonly number[])[]): Picked => ({
  places: byClass.flatMap((places) => places.toSorted((a, b) => a - b)),
  labels: Int32Array.from(byClass.flatMap((places, label) => places.map(() => label))),
});
