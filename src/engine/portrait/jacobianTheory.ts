import { activationMoments, squaredSingularLaw, type JacobianLayer } from '../../nn/jacobianLaw.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import { layerOf } from '../../spec/layerOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { JacobianResult } from '../../spec/Result.ts';
import type { Run } from '../Run.ts';
import { initializerAt } from './initializerAt.ts';

/** Initializers whose entries are independent and of one finite variance: any such matrix has the Gaussian one's spectrum. */
const independent = new Set([
  'gaussian',
  'uniform',
  'truncated',
  'he-normal',
  'he-uniform',
  'glorot-normal',
  'glorot-uniform',
  'lecun-normal',
  'lecun-uniform',
  'fractional',
  'siren',
]);

/** What free probability says of ∂h_l/∂h_1 at sample x (d numbers) in a fully connected network, for `stages` later layers. */
export function jacobianTheory(
  run: Run,
  arm: Arm,
  x: Float64Array,
  stages: number,
): JacobianResult['theory'] {
  const reason = reasonAgainst(arm, x.length);
  if (reason !== undefined) return { exists: false, reason };
  const { entry, settings } = arm.activation;
  const dimensions = { inputs: x.length, outputs: run.samples.y.cols, grid: run.grid };
  // In NTK parameterization all factors are in the open.
  const maps = mapsOf(trace(layerOf({ ...arm, parameterization: 'ntk' }, dimensions), x.length));
  const s1 = initializerAt(arm, 'inner').entry.id === 'orthogonal' ? 0 : -1;
  const known = new Map<number, ReturnType<typeof activationMoments>>();
  const layers: JacobianLayer[] = [];
  let square = x.reduce((sum, value) => sum + value * value, 0) / x.length;
  for (const { weightScale, biasScale, fanIn } of maps.slice(0, stages + 1)) {
    const gain = weightScale * weightScale * fanIn;
    const q = gain * square + biasScale * biasScale;
    const moments = known.get(q) ?? activationMoments(entry, settings, q);
    known.set(q, moments);
    layers.push({ gain, mu1: moments.mu1, mu2: moments.mu2, s1 });
    square = moments.value;
  }
  const laws = Array.from({ length: stages }, (_, k) => squaredSingularLaw(layers.slice(1, k + 2)));
  if (!laws.every(({ variance }) => Number.isFinite(variance)))
    return { exists: false, reason: beyond };
  return {
    exists: true,
    meanSquare: Float64Array.from(laws, ({ meanSquare }) => meanSquare),
    variance: Float64Array.from(laws, ({ variance }) => variance),
  };
}

function reasonAgainst(arm: Arm, inputs: number): string | undefined {
  const { architecture, activation } = arm;
  if (architecture.entry.id !== 'fc') return 'The prediction is for fully connected networks.';
  if (activation.entry.withoutNtk !== undefined)
    return 'The activation jumps: its derivative is zero wherever there is one.';
  for (const place of ['first', 'inner'] as const) {
    const { entry, settings } = initializerAt(arm, place);
    const limit = entry.limit({
      inputConcentration: 0,
      linearActivation: activation.entry.linear === true,
      inputs,
      settings,
      place,
      nonlinearity: { activation: activation.entry, settings: activation.settings },
      architecture: architecture.entry.id,
    });
    if (!limit.exists) return limit.reason;
    if (!independent.has(entry.id) && entry.id !== 'orthogonal')
      return `The prediction is for orthogonal weights and for independent ones with light tails, not for the scheme “${entry.label}”.`;
  }
  return undefined;
}

const beyond = 'The predicted spread is beyond float64, or the derivative vanishes everywhere.';
