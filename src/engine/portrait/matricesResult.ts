import { hill } from '../../math/hill.ts';
import { histogram } from '../../math/histogram.ts';
import { matrix, type Matrix } from '../../math/matrix.ts';
import { mean } from '../../math/summary.ts';
import { singularValuesCost } from '../../math/singularValues.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import type { MatricesResult, MatrixPortrait } from '../../spec/Result.ts';
import type { Run, RunArm } from '../Run.ts';
import { initializerAt } from './initializerAt.ts';
import { namedMaps } from './namedMaps.ts';
import type { NetworkAtStart } from './networkAtStart.ts';

/** Multiplications that the singular values of one matrix may take, those of 1024×1024, and of all of a network's. */
const mostForOne = 2 * 1024 ** 3;
const mostForAll = 4 * mostForOne;

/**
 * The weight matrices of a network at the start as they act on inputs, drawn values times the factors of the parameterization:
 * how entries are distributed, and their singular values, where these do not take too long.
 */
export async function matricesResult(
  run: Run,
  { arm, layer }: RunArm,
  { ref, parameters }: NetworkAtStart,
): Promise<MatricesResult> {
  const inputs = run.samples.x.cols;
  const maps = mapsOf(trace(layer, inputs));
  const named = namedMaps(layer, inputs);
  const matrices: MatrixPortrait[] = [];
  let spent = 0;
  for (const [place, { weight, label }] of named.entries()) {
    await run.breathe();
    const { weightScale } = maps.find((map) => map.weight === weight)!;
    const { shape, values } = parameters[weight]!;
    const [fanIn = 0, fanOut = 0] = shape;
    const weights = matrix(
      fanIn,
      fanOut,
      values.map((value) => weightScale * value),
    );
    const at = place === 0 ? 'first' : label.startsWith('readout') ? 'readout' : 'inner';
    const heavy = initializerAt(arm, at).entry.heavy === true;
    const cost = singularValuesCost(fanIn, fanOut);
    const affordable = cost <= mostForOne && spent + cost <= mostForAll;
    if (affordable) spent += cost;
    matrices.push({
      label,
      fanIn,
      fanOut,
      ...entriesOf(weights),
      ...(affordable ? await singularOf(run, weights) : { unknown: tooLong(fanIn, fanOut, cost) }),
      heavy,
    });
  }
  return { kind: 'matrices', ...ref, matrices };
}

function entriesOf({
  data,
}: Matrix): Pick<MatrixPortrait, 'mean' | 'variance' | 'histogram' | 'tail'> {
  const centre = mean(data);
  const squares = data.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return {
    mean: centre,
    variance: squares / data.length,
    histogram: histogram(data),
    tail: hill(data),
  };
}

async function singularOf(
  run: Run,
  weights: Matrix,
): Promise<Pick<MatrixPortrait, 'singular' | 'rank'>> {
  const { value: singular } = await run.environment.singularValues(weights);
  const tolerance = Math.max(weights.rows, weights.cols) * Number.EPSILON * (singular[0] ?? 0);
  return { singular, rank: singular.filter((value) => value > tolerance).length };
}

const tooLong = (fanIn: number, fanOut: number, cost: number): string =>
  cost > mostForOne
    ? `The singular values of a ${fanIn}×${fanOut} matrix would take ${billions(cost)} multiplications; it may be ${billions(mostForOne)}, as for 1024×1024.`
    : `The singular values of all matrices together may take ${billions(mostForAll)} multiplications, and those before have used them up.`;

const billions = (count: number): string => `${(count / 1e9).toPrecision(2)} billion`;
