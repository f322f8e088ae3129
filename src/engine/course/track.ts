import type { Matrix } from '../../math/matrix.ts';
import type { ModesResult } from '../../spec/Result.ts';
import type { OutputsAt } from '../curves.ts';
import type { SeePart } from '../empiricalNtk.ts';
import type { LiveNetwork, Results, Run, RunArm } from '../Run.ts';
import { measuredSteps } from '../schedule.ts';
import { lazyResult } from './lazyResult.ts';
import { modes } from './modes.ts';
import { movementOf } from './movement.ts';
import { tangentOutputs } from './tangentOutputs.ts';

/** How far a network comes from its start as it trains: measured along the way, cheaply enough to be done in every run. */
export interface Track {
  /** The residual along the modes of Θ_0 at steps that were recorded; undefined where it is not followed. */
  readonly passed: (records: readonly OutputsAt[], eta: number) => Promise<ModesResult | undefined>;
  /** To be shown the parts of the kernel as it is measured, before `measured`; undefined where they are not followed. */
  readonly see: () => SeePart | undefined;
  /** Movement of weights and kernel, and how far the outputs are from the tangent's; `theta` is the kernel where the network now is. */
  readonly measured: (theta: Matrix, eta: number) => Results;
  readonly dispose: () => void;
}

/** Networks of an arm whose modes are followed, at most: they are much to keep. */
const mostWithModes = 8;

/** What `trackOf` needs of a network that stands at its start. */
export type AtStart = Omit<LiveNetwork, 'track'>;

/** The track of a network from its start, whose outputs are `start`; it belongs to the run until it is disposed of. */
export async function trackOf(
  run: Run,
  runArm: Pick<RunArm, 'arm' | 'layer'>,
  network: AtStart,
  start: OutputsAt,
): Promise<Track> {
  const { ref, rule, rate, trainer, tangent: theory } = network;
  const movement = await movementOf(run, runArm, network);
  const { value: kernel } = await network.decomposition;
  const withModes = ref.seed < mostWithModes;
  const measuredAt = new Set(measuredSteps(run.shared));
  const steps = withModes ? run.recorded : run.recorded.filter((step) => measuredAt.has(step));
  const tangent = tangentOutputs(run, theory, steps);
  const along = modes({ ref, kernel, loss: rule.loss, y: run.samples.y, start: start.f, tangent });
  /** Whether theory still speaks of this training: it knows nothing of another rate. */
  let steady = true;
  let last = start;
  return {
    passed: async (records, eta) => {
      last = records.at(-1) ?? last;
      steady &&= eta === rate.eta;
      return withModes && records.length > 0 ? along(records, steady) : undefined;
    },
    measured: async function* (theta, eta) {
      yield await movement.measure(theta);
      steady &&= eta === rate.eta;
      const now = last.step === trainer.step() ? last : await trainer.outputs();
      const linear = steady ? await tangent.at(now.step) : undefined;
      if (linear) yield lazyResult(ref, now, linear, start);
    },
    see: movement.see,
    dispose: movement.dispose,
  };
}
