import type { ReactNode } from 'react';

interface ShortcutArcProps {
  /** Where it leaves the stream and where it is added to it. */
  readonly from: number;
  readonly to: number;
  /** Heights of the stream and of the arc's top. */
  readonly middle: number;
  readonly top: number;
  readonly unit: number;
  /** The factor of what it bypasses, at the place where both are added; may be empty. */
  readonly words: string;
}

/** The way of a residual stream past a branch. */
export function ShortcutArc({ from, to, middle, top, unit, words }: ShortcutArcProps): ReactNode {
  const inset = 0.25 * unit;
  const [a, b] = [from + inset, to - inset];
  return (
    <g>
      <path className="network-arc" d={`M${a},${middle}V${top}H${b}V${middle}`} />
      <circle className="network-sum" cx={b} cy={middle} r={0.22 * unit} />
      {words !== '' && (
        <text className="chart-tick" x={(a + b) / 2} y={top - 0.3 * unit} textAnchor="middle">
          {words}
        </text>
      )}
    </g>
  );
}
