import { formatNumber } from '../chart/formatNumber.ts';
import type { ReadoutRow } from '../chart/Readout.tsx';
import type { HarmonicsArm } from './harmonicsArms.ts';

/** The eigenvalues of one degree, for the readout; on the circle those of the networks as well. */
export function harmonicsRows(
  arms: readonly HarmonicsArm[],
  degree: number,
  onCircle: boolean,
): readonly ReadoutRow[] {
  return arms.map(({ label, name, eigenvalues, network }) => {
    const own = network.mean[network.x.indexOf(degree)];
    const values = [
      formatNumber(eigenvalues?.[degree] ?? NaN),
      ...(onCircle ? [formatNumber(own ?? NaN)] : []),
    ];
    return { arm: label, name, values };
  });
}
