import { simulate } from '../../src/engine/simulate.ts';
import { canonical } from '../../src/spec/canonical.ts';
import type { BackendReport, MovementResult } from '../../src/spec/Result.ts';
import { nodeEnvironment } from '../compute/computeInNode.ts';

/** What is varied; all else is as Huang, Du & Xu (2021) have it, on inputs of a sphere. */
export interface ProtocolOptions {
  readonly widths: readonly number[];
  readonly steps: number;
  readonly seeds: number;
}

/** Initializers that are compared, in the order of the arms. */
export const starts = ['gaussian', 'orthogonal'] as const;

/** One trained network: how far its kernel and the weights of its four maps have come. */
export interface Trained {
  readonly start: (typeof starts)[number];
  readonly width: number;
  readonly seed: number;
  /** ‖Θ_T − Θ_0‖_F/‖Θ_0‖_F. */
  readonly kernel: number;
  /** ‖W_T − W_0‖_F/‖W_0‖_F, first layer to readout. */
  readonly weights: readonly number[];
}

/**
 * Trains networks of three hidden layers of erf units in NTK parameterization (σ_w² = 1.5, σ_b² = 0.1) on 20 inputs of R¹⁶ with
 * |x|² = 16 and labels ±1, by gradient descent on (1/2n)Σ(f − y)² at a quarter of the stability limit, 0.5·n/λ_max(Θ_0), and tells of
 * each how far it has moved. Throws where one does not train.
 */
export async function* measured(
  { widths, steps, seeds }: ProtocolOptions,
  report?: BackendReport,
): AsyncGenerator<Trained, void, undefined> {
  let backend = report;
  for (const width of widths) {
    const experiment = canonical({
      shared: {
        data: 'sphere',
        'data.n': 20,
        'data.test': 1,
        'data.dim': 16,
        'data.target': 'random',
        steps,
        snapshots: 1,
        seeds,
      },
      arms: starts.map((init, arm) => ({
        ...(arm === 0 && {
          'net.width': width,
          'net.depth': 3,
          act: 'erf',
          sw2: 1.5,
          sb2: 0.1,
          rate: 0.25,
        }),
        init,
      })),
    });
    const kernels = new Map<string, number>();
    const quietly = { ...(backend ? { report: backend } : { backend: 'wasm' as const }) };
    for await (const result of simulate(experiment, nodeEnvironment(), {
      ...quietly,
      wanted: () => [],
      following: () => false,
    })) {
      if (result.kind === 'backend') backend = result.report;
      if (result.kind === 'failure') throw new Error(result.failure.sentence);
      if (result.kind === 'change') kernels.set(nameOf(result), result.change);
      if (result.kind !== 'movement' || result.step !== steps) continue;
      yield {
        start: starts[result.arm === 'A' ? 0 : 1],
        width,
        seed: result.seed,
        kernel: kernels.get(nameOf(result))!,
        weights: [...result.weights],
      };
    }
  }
}

const nameOf = ({ arm, seed }: Pick<MovementResult, 'arm' | 'seed'>): string => `${arm}${seed}`;
