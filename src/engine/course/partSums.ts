import * as tf from '@tensorflow/tfjs-core';
import type { SeePart } from '../empiricalNtk.ts';

/** What each map of a network adds to its NTK, whole, put together as the NTK is measured. */
export interface PartSums {
  readonly see: SeePart;
  /** By the places of weights; they belong to this until `dispose`. */
  readonly parts: ReadonlyMap<number, tf.Tensor>;
  readonly dispose: () => void;
}

/** Parts of nothing yet. */
export function partSums(): PartSums {
  const parts = new Map<number, tf.Tensor>();
  return {
    parts,
    see: (weight, part) => {
      const before = parts.get(weight);
      parts.set(weight, tf.keep(before ? tf.add(before, part) : tf.clone(part)));
      before?.dispose();
    },
    dispose: () => {
      tf.dispose([...parts.values()]);
      parts.clear();
    },
  };
}
