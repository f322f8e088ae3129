import type { PhasePlace } from './phaseArms.ts';

/** No setting may be larger. */
const most = 100;

/** Below it, σ_b² is zero: the smallest that a step from zero leads to. */
const smallest = 1e-6;

/** Where an arrow key leads from a place: σ_w² by 0.01, or 0.1 with Shift, and σ_b² by about a fifth, or to the next power of ten. */
export function movedByKey(
  { sw2, sb2 }: PhasePlace,
  key: string,
  far: boolean,
): PhasePlace | undefined {
  const step = far ? 0.1 : 0.01;
  switch (key) {
    case 'ArrowLeft':
      return { sw2: roundedWeight(sw2 - step), sb2 };
    case 'ArrowRight':
      return { sw2: roundedWeight(sw2 + step), sb2 };
    case 'ArrowUp':
      return { sw2, sb2: nextBias(sb2, 1, far) };
    case 'ArrowDown':
      return { sw2, sb2: nextBias(sb2, -1, far) };
    default:
      return undefined;
  }
}

/** The nearest place that is short to write: σ_w² to hundredths, σ_b² to two figures. */
export const roundedPlace = ({ sw2, sb2 }: PhasePlace): PhasePlace => ({
  sw2: roundedWeight(sw2),
  sb2: sb2 < smallest ? 0 : Math.min(most, Number(sb2.toPrecision(2))),
});

const roundedWeight = (value: number): number =>
  Math.min(most, Math.max(0, Number(value.toFixed(2))));

const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

function nextBias(value: number, direction: 1 | -1, far: boolean): number {
  const power = value > 0 ? Math.floor(Math.log10(value)) : -6;
  const ladder = [power - 1, power, power + 1].flatMap((exponent) =>
    (far ? [1] : mantissas).map((mantissa) => Number(`${mantissa}e${exponent}`)),
  );
  // A hair's breadth away is the same step.
  if (direction > 0)
    return Math.min(
      most,
      ladder.find((rung) => rung >= smallest && rung > value * (1 + 1e-9)) ?? most,
    );
  const below = ladder.findLast((rung) => rung < value * (1 - 1e-9)) ?? 0;
  return below < smallest ? 0 : below;
}
