import type { ReactNode } from 'react';
import type { RowLayout } from './networkLayout.ts';
import type { PlannedMap } from './networkPlan.ts';
import { brief, mapWords } from './networkWords.ts';

interface MapBoxProps {
  readonly map: PlannedMap;
  readonly share: number | undefined;
  /** Its centre. */
  readonly x: number;
  readonly layout: RowLayout;
  /** Font size of small text. */
  readonly unit: number;
  /** The fill of what does not train. */
  readonly hatch: string;
  /** How much of the box is filled, from the left, with the arm's colour. */
  readonly filled: number;
  readonly colour: string;
}

/** One affine map: what it is, how many parameters, a loop if it feeds itself, hatched if it is fixed. */
export function MapBox({ map, share, x, layout, unit, hatch, ...fill }: MapBoxProps): ReactNode {
  const { box, twoLines } = layout;
  const left = x - box.width / 2;
  const fixed = map.trained === 0;
  const middle = box.y + box.height / 2;
  return (
    <g>
      <title>{mapWords(map, share)}</title>
      {map.loops && (
        <path
          className="network-arc"
          d={`M${x + 0.3 * box.width},${box.y}v${-0.9 * unit}H${x - 0.3 * box.width}v${0.75 * unit}m${-0.22 * unit},${-0.4 * unit}l${0.22 * unit},${0.4 * unit}l${0.22 * unit},${-0.4 * unit}`}
        />
      )}
      <rect
        className="network-box"
        x={left}
        y={box.y}
        width={box.width}
        height={box.height}
        rx="3"
      />
      {fill.filled > 0 && (
        <rect
          className="network-filled"
          x={left}
          y={box.y}
          width={fill.filled * box.width}
          height={box.height}
          rx="3"
          fill={fill.colour}
        />
      )}
      {fixed && (
        <rect x={left} y={box.y} width={box.width} height={box.height} rx="3" fill={hatch} />
      )}
      <text
        className="network-name"
        x={x}
        y={twoLines ? middle - 0.6 * unit : middle}
        dy="0.35em"
        textAnchor="middle"
      >
        {map.name}
      </text>
      {twoLines && (
        <text
          className="chart-tick network-count"
          x={x}
          y={middle + 0.7 * unit}
          dy="0.35em"
          textAnchor="middle"
        >
          {fixed ? 'fixed' : brief(map.parameters)}
        </text>
      )}
    </g>
  );
}
