import * as tf from '@tensorflow/tfjs-core';
import { centredAlignment } from '../../math/centredAlignment.ts';
import { gram, type Matrix } from '../../math/matrix.ts';
import { stacked } from '../../nn/dynamics/outputMajor.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import type { MovementResult } from '../../spec/Result.ts';
import type { SeePart } from '../empiricalNtk.ts';
import { normFacts, readNorms } from '../norms.ts';
import { ntkParts } from '../ntkParts.ts';
import { namedMaps } from '../portrait/namedMaps.ts';
import { drawnAtStart } from '../portrait/networkAtStart.ts';
import type { OpenNetwork, Run, RunArm } from '../Run.ts';
import { keepsParts, keepsWeights } from './kept.ts';
import { partSums, type PartSums } from './partSums.ts';

/** Measures how far one network has moved from where it was when this was made. */
export interface Movement {
  /** To be shown the parts of the kernel as it is measured, before `measure` is asked; undefined where parts are not followed. */
  readonly see: () => SeePart | undefined;
  /** Where the network now is; `theta` is its kernel there. */
  readonly measure: (theta: Matrix) => Promise<MovementResult>;
  readonly dispose: () => void;
}

type Moving = Pick<OpenNetwork, 'ref' | 'trainer' | 'theta0'>;

/**
 * The movement of a network that stands at its start. What is kept of the start stays on the backend, as the run's, until `dispose`: weights, unless
 * they are so many that they are drawn anew instead, and each map's part of the kernel, unless those would take too much memory.
 */
export async function movementOf(
  run: Run,
  runArm: Pick<RunArm, 'arm' | 'layer'>,
  { ref, trainer, theta0 }: Moving,
): Promise<Movement> {
  const { batch, samples, form } = run;
  const { layer } = runArm;
  const inputs = samples.x.cols;
  const named = namedMaps(layer, inputs);
  const trained = new Set(
    mapsOf(trace(layer, inputs)).flatMap((map) => (map.trained.weight ? [map.weight] : [])),
  );
  const { weights } = trainer.network();
  const [atStart, now] = [partSums(), partSums()];
  const held: tf.Tensor[] = [];
  const owned = {
    dispose: () => {
      tf.dispose(held.splice(0));
      atStart.dispose();
      now.dispose();
    },
  };
  run.owned.add(owned);
  const keep = <T extends tf.Tensor>(tensor: T): T => {
    held.push(tensor);
    return tensor;
  };
  const total = named.reduce((sum, { weight }) => sum + weights[weight]!.size, 0);
  const sizes = await readNorms(named.map(({ weight }) => normFacts(weights[weight]!)));
  // Copies: what WASM has sorted for products would stay with the originals.
  const kept = keepsWeights(total)
    ? new Map(named.map(({ weight }) => [weight, keep(tf.tidy(() => tf.mul(weights[weight]!, 1)))]))
    : undefined;
  const follows = keepsParts(named.length, theta0.rows);
  const collect = (sums: PartSums): void =>
    ntkParts(trainer.network(), batch.x, { outputs: samples.y.cols, form }, (weight, part) =>
      tf.tidy(() => sums.see(weight, part())),
    );
  const { parts } = atStart;
  if (follows) collect(atStart);
  const partSizes = await readNorms([...parts.values()].map(normFacts));
  const sizeOfPart = new Map([...parts.keys()].map((weight, k) => [weight, partSizes[k]!]));
  const blocks = theta0.rows / samples.y.rows;
  const target = gram(stacked(samples.y, blocks));

  const weightFacts = (): readonly tf.Tensor1D[] => {
    const { weights: here } = trainer.network();
    if (kept) return named.map(({ weight }) => difference(here[weight]!, kept.get(weight)!));
    const { parameters } = drawnAtStart(run, runArm, ref.seed);
    return named.map(({ weight }) =>
      tf.tidy(() => {
        const { values, shape } = parameters[weight]!;
        return difference(here[weight]!, tf.tensor(Float32Array.from(values), [...shape]));
      }),
    );
  };
  const partFacts = (): readonly tf.Tensor1D[] => {
    if (parts.size > 0 && now.parts.size === 0) collect(now);
    const facts = Array.from(parts, ([weight, part]) => difference(now.parts.get(weight)!, part));
    now.dispose();
    return facts;
  };

  return {
    see: () => {
      now.dispose();
      return follows ? now.see : undefined;
    },
    measure: async (theta) => {
      const moved = trainer.step() > 0;
      const norms = moved
        ? await readNorms([...weightFacts(), ...partFacts()])
        : new Float64Array(named.length + parts.size);
      const partPlace = new Map([...parts.keys()].map((weight, k) => [weight, k]));
      return {
        kind: 'movement',
        ...ref,
        step: trainer.step(),
        labels: named.map(({ label }) => label),
        weights: Float64Array.from(named, ({ weight }, k) =>
          trained.has(weight) ? ratio(norms[k]!, sizes[k]!) : 0,
        ),
        kernels: Float64Array.from(named, ({ weight }) => {
          const place = partPlace.get(weight);
          return place === undefined
            ? NaN
            : ratio(norms[named.length + place]!, sizeOfPart.get(weight)!);
        }),
        centredStart: centredAlignment(theta, theta0, blocks),
        centredTarget: centredAlignment(theta, target, blocks),
        ...(!follows && { note: tooMany(named.length, theta0.rows) }),
      };
    },
    dispose: () => {
      run.owned.delete(owned);
      owned.dispose();
    },
  };
}

const difference = (a: tf.Tensor, b: tf.Tensor): tf.Tensor1D =>
  tf.tidy(() => normFacts(tf.sub(a, b)));

/** NaN where there was nothing. */
const ratio = (moved: number, size: number): number => (size > 0 ? moved / size : NaN);

const tooMany = (maps: number, size: number): string =>
  `The parts of ${maps} maps in a kernel of ${size}×${size} would take too much memory to be followed.`;
