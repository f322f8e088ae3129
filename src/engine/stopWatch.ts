import type { CurveResult, NetworkRef } from '../spec/Result.ts';
import type { StopRules } from '../spec/values.ts';

/** A rule that ended training, and the step at which all networks kept to it. */
export interface Verdict {
  readonly step: number;
  /** In few words: "training loss below 0.01". */
  readonly words: string;
}

/** A network's least test loss so far. */
export interface Best {
  readonly step: number;
  readonly loss: number;
}

/** Looks at curves as they grow, at the steps that are recorded. */
export interface StopWatch {
  readonly take: (curve: CurveResult) => void;
  /** A network has ended at a step and is not waited for from there on. */
  readonly drop: (ref: NetworkRef, step: number) => void;
  /** The first step not judged before at which every network fulfils the same rule. */
  readonly verdict: () => Verdict | undefined;
  /** The least test loss of a network up to a step, if early stopping is on. */
  readonly best: (ref: NetworkRef, until: number) => Best | undefined;
}

/** A watch over these rules; undefined where all of them are off. */
export function stopWatch(rules: StopRules): StopWatch | undefined {
  const checks = checksOf(rules);
  if (checks.length === 0) return undefined;
  const networks = new Map<string, Network>();
  let unjudged = new Set<number>();
  const networkOf = (ref: NetworkRef): Network => {
    const name = `${ref.arm}/${ref.seed}`;
    const known = networks.get(name) ?? { points: new Map<number, Point>(), bests: [] };
    networks.set(name, known);
    return known;
  };
  return {
    take: (curve) => {
      const network = networkOf(curve);
      curve.steps.forEach((step, place) => {
        const test = curve.lossTest[place]!;
        const best = network.bests.at(-1);
        if (!best || test < best.loss) network.bests.push({ step, loss: test });
        network.points.set(step, {
          loss: curve.lossTrain[place]!,
          accuracy: curve.accuracyTrain[place],
          waited: step - network.bests.at(-1)!.step,
        });
        unjudged.add(step);
      });
    },
    drop: (ref, step) => {
      networkOf(ref).end = step;
    },
    verdict: () => {
      const steps = [...unjudged].sort((a, b) => a - b);
      unjudged = new Set();
      const found = steps
        .map((step) => ({ step, check: checks.find((check) => all(networks, step, check.holds)) }))
        .find(({ check }) => check);
      for (const { points } of networks.values()) points.clear();
      return found?.check && { step: found.step, words: found.check.words };
    },
    best: (ref, until) =>
      rules.patience > 0 ? networkOf(ref).bests.findLast(({ step }) => step <= until) : undefined,
  };
}

interface Network {
  /** Not judged yet, by step. */
  readonly points: Map<number, Point>;
  /** Ever smaller test losses. */
  readonly bests: Best[];
  end?: number;
}

interface Point {
  readonly loss: number;
  readonly accuracy: number | undefined;
  /** Steps since the least test loss. */
  readonly waited: number;
}

interface Check {
  readonly words: string;
  readonly holds: (point: Point) => boolean;
}

const checksOf = ({ loss, accuracy, patience }: StopRules): readonly Check[] => [
  ...(loss > 0
    ? [{ words: `training loss below ${loss}`, holds: (point: Point) => point.loss < loss }]
    : []),
  ...(accuracy > 0
    ? [
        {
          words: `training accuracy ${accuracy}`,
          holds: (point: Point) => point.accuracy !== undefined && point.accuracy >= accuracy,
        },
      ]
    : []),
  ...(patience > 0
    ? [
        {
          words: `no better test loss for ${patience} steps`,
          holds: (point: Point) => point.waited >= patience,
        },
      ]
    : []),
];

const all = (
  networks: ReadonlyMap<string, Network>,
  step: number,
  holds: Check['holds'],
): boolean =>
  [...networks.values()]
    .filter(({ end = Infinity }) => step < end)
    .every(({ points }) => {
      const point = points.get(step);
      return point !== undefined && holds(point);
    });
