import { useId, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { ColourBar } from '../chart/ColourBar.tsx';
import type { ColourMap } from '../chart/colourMaps.ts';
import { powersOfTen } from '../chart/formatTicks.ts';
import { RichText } from '../chart/RichText.tsx';
import type { PlotProps } from '../Panel.ts';
import type { CornerName } from './cornerBoxes.ts';
import type { PhaseArm } from './phaseArms.ts';
import { PhaseCritical } from './PhaseCritical.tsx';
import { phaseColours, type PhaseOption } from './phaseField.ts';
import { publishedIn, type PhaseName } from './phaseNames.ts';
import type { PhaseScales } from './phaseScales.ts';

interface PhaseBackdropProps {
  readonly arms: readonly PhaseArm[];
  readonly scales: PhaseScales;
  readonly option: PhaseOption;
  readonly map: ColourMap;
  readonly corners: readonly CornerName[];
  readonly names: readonly PhaseName[];
  readonly size: PlotProps['size'];
  readonly unit: number;
  /** The picture in words. */
  readonly label: string;
}

/** All of the plane but the field and the points: axes, the critical line, what is marked, and every word. */
export function PhaseBackdrop(props: PhaseBackdropProps): ReactNode {
  const { arms, scales, option, map, corners, names, size, unit, label } = props;
  const clip = useId();
  const { x, y } = scales;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const plane = arms[0]!.plane;
  const { domain, decades } = phaseColours[option];
  return (
    <svg {...size} role="img" aria-label={label}>
      <Axes x={x} y={{ ...y, ticks: [], words: [] }} xUnit="" />
      {y.ticks.map((tick, k) => (
        <g key={tick}>
          <line className="chart-base" x1={left - 3} x2={left} y1={y.at(tick)} y2={y.at(tick)} />
          <text
            className="chart-tick"
            x={left}
            dx="-0.6em"
            y={y.at(tick)}
            dy="0.33em"
            textAnchor="end"
          >
            {y.words[k]}
          </text>
        </g>
      ))}
      <text className="chart-tick" x={left} dx="-0.6em" y={bottom} dy="1.45em" textAnchor="end">
        <RichText text="σ_w²" />
      </text>
      <text className="chart-tick" x={left} y={top} dy="-0.55em">
        <RichText text="σ_b², by its fourth root" />
      </text>
      <clipPath id={clip}>
        <rect x={left} y={top} width={right - left} height={bottom - top} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <PhaseCritical plane={plane} scales={scales} />
      </g>
      {publishedIn(plane, scales).map(({ name, source, sw2, sb2 }) => (
        <g key={name}>
          <title>{source}</title>
          <path className="phase-halo" d={cross(x.at(sw2), y.at(sb2))} />
          <path className="phase-published" d={cross(x.at(sw2), y.at(sb2))} />
        </g>
      ))}
      {corners.map(({ text, anchor, arm, title, ...box }) => (
        <text
          key={`${arm ?? ''}${anchor}`}
          className={arm ? 'chart-label' : 'chart-label phase-name'}
          x={anchor === 'start' ? box.left : box.right}
          y={(box.top + box.bottom) / 2}
          dy="0.35em"
          textAnchor={anchor}
          fill={arm && armStyles[arm].text}
        >
          {title !== undefined && <title>{title}</title>}
          {text}
        </text>
      ))}
      {names.map(({ key, text, x: at, y: row, anchor, arm }) => (
        <text
          key={key}
          className={arm ? 'chart-label' : 'chart-label phase-name'}
          x={at}
          y={row}
          dy="0.35em"
          textAnchor={anchor}
          fill={arm && armStyles[arm].text}
        >
          <RichText text={text} />
        </text>
      ))}
      <ColourBar
        map={map}
        domain={domain}
        x={right + 0.9 * unit}
        y={top}
        width={0.7 * unit}
        height={bottom - top}
        unit={unit}
        {...(decades && { words: powersOfTen })}
      />
    </svg>
  );
}

const cross = (x: number, y: number): string => `M${x - 3.5},${y}h7M${x},${y - 3.5}v7`;
