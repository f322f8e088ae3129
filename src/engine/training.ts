import * as tf from '@tensorflow/tfjs-core';
import type { Matrix } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import type { OutputsAt } from './curves.ts';
import type { Lesson } from './descent.ts';
import type { Network } from './network.ts';
import { ownSeat, type Kept, type OwnSeat, type Seat } from './seat.ts';
import { plainRule, type TrainingRule } from './trainingRule.ts';

/** Training and test inputs and the targets on the backend, in float32. Call `dispose` when done. */
export interface Batch {
  /** n×d, n_test×d and n×K. */
  readonly x: tf.Tensor2D;
  readonly xTest: tf.Tensor2D;
  readonly y: tf.Tensor2D;
  readonly dispose: () => void;
}

/** A trainer's state as it was at some step; to be given back by `restore` or `dispose`. */
export interface Held {
  readonly step: number;
  readonly dispose: () => void;
}

/** A network that is trained as its rule says. */
export interface Trainer {
  /** The network as it is now; its weights are replaced by every step. */
  readonly network: () => Network;
  readonly step: () => number;
  /** Outputs of the network as it is now. */
  readonly outputs: () => Promise<OutputsAt>;
  /**
   * Takes steps up to `to`, by itself from here on, and returns the outputs at those of the steps on the way that are to be recorded, read back in one
   * transfer. Outputs at `to` itself become known with the next step: ask for them by `outputs`.
   */
  readonly advance: (
    to: number,
    eta: number,
    recorded: (step: number) => boolean,
  ) => Promise<readonly OutputsAt[]>;
  /** Keeps the present state, at the price of the weights' memory once training goes on. */
  readonly hold: () => Held;
  /** Goes back to a state of this trainer, by itself from there on, which is used up by it: steps from there are the same once more. */
  readonly restore: (held: Held) => void;
  readonly dispose: () => void;
  readonly lesson: Lesson;
  /** Where it trains: by itself, or in a team. */
  readonly seat: () => Seat;
  /** Goes on from another seat, which stands at the same step with the same weights; the present one is given up. */
  readonly sitOn: <T extends Seat>(seat: T) => T;
}

/** Brings samples to the backend. */
export function uploadBatch({ x, xTest, y }: Samples): Batch {
  const [inputs, testInputs, targets] = [x, xTest, y].map(uploadMatrix) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  return {
    x: inputs,
    xTest: testInputs,
    y: targets,
    dispose: () => tf.dispose([inputs, testInputs, targets]),
  };
}

/** A trainer of `network`, which it owns from now on; by plain full-batch gradient descent if no rule is given. */
export function trainer(network: Network, batch: Batch, rule: TrainingRule = plainRule): Trainer {
  const lesson: Lesson = { layer: network.layer, batch, rule };
  const start = { weights: network.weights, memory: [], step: 0 };
  const states = new WeakMap<Held, Kept>();
  let seat: Seat = ownSeat(lesson, start);
  const sitOn = <T extends Seat>(next: T): T => {
    seat.dispose();
    seat = next;
    return next;
  };
  /** Who goes by itself leaves its team. */
  const bySelf = (): OwnSeat =>
    'advance' in seat ? (seat as OwnSeat) : sitOn(ownSeat(lesson, seat.keep().take()));

  return {
    lesson,
    seat: () => seat,
    sitOn,
    network: () => seat.network(),
    step: () => seat.step(),
    outputs: async () => (await seat.outputs())[0]!,
    advance: async (to, eta, recorded) => (await bySelf().advance(to, eta, recorded))[0]!,
    hold: () => {
      const kept = seat.keep();
      const held = { step: kept.step, dispose: kept.dispose };
      states.set(held, kept);
      return held;
    },
    restore: (held) => {
      const kept = states.get(held);
      if (!kept) throw new Error('a trainer goes back only to a state of its own, and once');
      states.delete(held);
      sitOn(ownSeat(lesson, kept.take()));
    },
    dispose: () => seat.dispose(),
  };
}

const uploadMatrix = ({ rows, cols, data }: Matrix): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(data), [rows, cols]);
