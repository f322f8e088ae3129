import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from '../chart/armStyle.ts';
import { extentOf, hull, type Interval } from '../chart/Interval.ts';
import { rangeOf, type Series } from '../chart/Series.ts';
import { niceLinear, niceLog } from '../chart/ticks.ts';
import { seriesOf, type SignalsArm } from './signalsArms.ts';
import type { SignalsOption } from './signalsOptions.ts';

/** A curve over the layers. */
export interface SignalsLine {
  readonly key: string;
  readonly arm: ArmLabel;
  /** What was measured, what theory says of it, or the share of dead units. */
  readonly role: 'network' | 'limit' | 'dead';
  /** Beside the curve; empty for none. */
  readonly label: string;
  readonly colour: string;
  readonly textColour: string;
  readonly series: Series;
}

/** The curves of an option, measured ones last, so that they lie on top. */
export function signalsLines(
  arms: readonly SignalsArm[],
  option: SignalsOption,
): readonly SignalsLine[] {
  if (option === 'lognorm' || option === 'curvature') return [];
  const lines = arms.flatMap(({ label, name, signals }): SignalsLine[] => {
    if (!signals) return [];
    const { colour, text: textColour } = armStyles[label];
    const look = { arm: label, colour, textColour };
    if (option === 'copies') {
      return [
        { ...look, key: `${label} dead`, role: 'dead', label: '', series: exact(signals.dead) },
        { ...look, key: label, role: 'network', label: name, series: exact(signals.identical) },
      ];
    }
    const { mean, low, high, theory } = seriesOf(signals, option);
    return [
      ...(theory
        ? [
            {
              ...look,
              key: `${label} theory`,
              role: 'limit',
              label: '',
              series: exact(theory),
            } as const,
          ]
        : []),
      {
        ...look,
        key: label,
        role: 'network',
        label: name,
        series: banded(mean, low, high, signals.draws),
      },
    ];
  });
  const order = ['limit', 'dead', 'network'];
  return lines
    .filter(({ series }) => series.x.length > 0)
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** How the values of an option are spread along the axis. */
export interface SignalsDomain {
  readonly kind: 'linear' | 'log';
  readonly domain: Interval;
}

/** Shares from 0 to 1, cosines up to 1, and all else from zero, or by powers of ten where means span more than one. */
export function signalsDomain(
  lines: readonly SignalsLine[],
  option: SignalsOption,
): SignalsDomain | undefined {
  const all = hull(lines.map(({ series }) => rangeOf(series)));
  if (!all) return undefined;
  if (option === 'active' || option === 'copies') return { kind: 'linear', domain: [0, 1] };
  if (option === 'correlation') {
    const low = all[0] < 0 ? -Math.ceil(-4 * all[0]) / 4 : 0;
    return { kind: 'linear', domain: [Math.max(-1, low), 1] };
  }
  const positive = (values: readonly number[]) => values.filter((value) => value > 0);
  const means = extentOf(...lines.map(({ series }) => positive(series.mean)));
  if (means && means[1] > 12 * means[0]) {
    const bands = extentOf(
      ...lines.map(({ series: { low, high } }) => positive([...low, ...high])),
    );
    // Where some draws nearly vanish, the band runs out of the plot.
    const low = Math.max(bands?.[0] ?? means[0], means[0] / 100);
    return { kind: 'log', domain: niceLog([low, Math.max(means[1], bands?.[1] ?? 0)]) };
  }
  return { kind: 'linear', domain: niceLinear([0, all[1] > 0 ? all[1] : 1]) };
}

const exact = (values: Float64Array): Series => banded(values, values, values, 1);

/** What is finite, by the place of its layer; the inputs are place 0. */
function banded(mean: Float64Array, low: Float64Array, high: Float64Array, count: number): Series {
  const x = Array.from(mean.keys()).filter((k) => Number.isFinite(mean[k]));
  const finite = (values: Float64Array) =>
    x.map((k) => (Number.isFinite(values[k]) ? values[k]! : mean[k]!));
  return { x, mean: finite(mean), low: finite(low), high: finite(high), count };
}
