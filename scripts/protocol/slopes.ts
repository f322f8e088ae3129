import { lineFit, type LineFit } from '../../src/math/lineFit.ts';
import { starts, type Trained } from './measured.ts';

/** How one quantity goes with width. */
export interface SlopeRow {
  readonly start: Trained['start'];
  /** "‖ΔΘ‖/‖Θ‖", "W1", … */
  readonly name: string;
  /** Geometric means over networks, by width. */
  readonly means: ReadonlyMap<number, number>;
  /** Of logarithms of all networks, with the standard error of the slope. */
  readonly fit: LineFit;
}

/** Fits width^slope to the kernel's change and to that of the weights of every map, for each start. Throws below two widths. */
export const slopes = (networks: readonly Trained[]): readonly SlopeRow[] =>
  starts.flatMap((start) => {
    const own = networks.filter((network) => network.start === start);
    const maps = own[0]?.weights.length ?? 0;
    return [
      rowOf(start, '‖ΔΘ‖/‖Θ‖', own, ({ kernel }) => kernel),
      ...Array.from({ length: maps }, (_, map) =>
        rowOf(start, `W${map + 1}`, own, ({ weights }) => weights[map]!),
      ),
    ];
  });

function rowOf(
  start: Trained['start'],
  name: string,
  networks: readonly Trained[],
  of: (network: Trained) => number,
): SlopeRow {
  const widths = [...new Set(networks.map(({ width }) => width))];
  const logs = networks.map((network) => Math.log(of(network)));
  return {
    start,
    name,
    means: new Map(
      widths.map((width) => {
        const some = logs.filter((_, k) => networks[k]!.width === width);
        return [width, Math.exp(some.reduce((sum, log) => sum + log, 0) / some.length)];
      }),
    ),
    fit: lineFit(
      networks.map(({ width }) => Math.log(width)),
      logs,
    ),
  };
}
