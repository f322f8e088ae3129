import { useId, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { RichText } from '../chart/RichText.tsx';
import { MapBox } from './MapBox.tsx';
import type { NetworkArm } from './networkArms.ts';
import type { RowLayout } from './networkLayout.ts';
import { ShortcutArc } from './ShortcutArc.tsx';
import type { ShownMaps } from './shownMaps.ts';

interface NetworkRowProps {
  readonly arm: NetworkArm;
  readonly shown: ShownMaps;
  readonly layout: RowLayout;
  /** The largest share of any layer of any arm, as high as bars get. */
  readonly most: number;
  /** Font size of small text. */
  readonly unit: number;
}

/** One arm's layers from left to right. */
export function NetworkRow({ arm, shown, layout, most, unit }: NetworkRowProps): ReactNode {
  const hatch = useId();
  const { plan, shares, label, name, failure } = arm;
  const { box, bars, pitch, left } = layout;
  const { head, tail, hidden } = shown;
  const count = plan.maps.length;
  const style = armStyles[label];
  /** The centre of a map's box; undefined if it is left out. */
  const centreOf = (map: number): number | undefined => {
    const slot = map < head ? map : map >= count - tail ? map - hidden + 1 : undefined;
    return slot === undefined ? undefined : left + (slot + 0.5) * pitch;
  };
  const middle = box.y + box.height / 2;
  const longest = Math.max(...plan.maps.map(({ input }) => input.length));
  /** Shapes stand between the shares where there is no line for them alone. */
  const roomy = !layout.tight || 0.58 * unit * (longest + 7) < pitch;
  const gap = left + (head + 0.5) * pitch;
  // Once is enough to name the factor that all blocks have.
  const last = plan.shortcuts.at(-1);
  const factor = last ? `α = ${formatNumber(last.factor, 2)}` : '';
  const slots = head + tail + (hidden > 0 ? 1 : 0);
  /** Nothing flows from one copy of a mirrored network into the other. */
  const twin = plan.maps.findIndex((map) => map.twin);
  const [end, start] = [centreOf(twin - 1), centreOf(twin)];
  const breaks = [
    ...(hidden > 0 ? [[gap - 0.45 * pitch, gap + 0.45 * pitch] as const] : []),
    ...(twin > 0 && end !== undefined && start !== undefined
      ? [[end + box.width / 2, start - box.width / 2] as const]
      : []),
  ].toSorted(([a], [b]) => a - b);
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="network-hatch" d="M-1,7L7,-1M-1,1L1,-1M5,7L7,5" />
      </pattern>
      <text className="chart-label" x={left} y={0.95 * unit} fill={style.text}>
        <RichText
          text={[name, name === '' ? '' : factor, failure ?? '']
            .filter((words) => words !== '')
            .join(', ')}
        />
      </text>
      <path
        className="network-stream"
        d={
          `M${left},${middle}` +
          breaks.map(([from, to]) => `H${from}M${to},${middle}`).join('') +
          `H${left + slots * pitch}`
        }
      />
      {plan.shortcuts.map((shortcut) => {
        const from = centreOf(shortcut.from);
        const to = centreOf(shortcut.to);
        return from === undefined || to === undefined ? null : (
          <ShortcutArc
            key={shortcut.from}
            from={from - pitch / 2}
            to={to + pitch / 2}
            {...{ middle, unit }}
            top={box.y - 0.4 * unit}
            words={name === '' && shortcut === last ? factor : ''}
          />
        );
      })}
      {plan.maps.map((map, k) => {
        const x = centreOf(k);
        if (x === undefined) return null;
        const share = shares?.[k];
        const height = most > 0 ? ((share ?? 0) / most) * (bars.bottom - bars.top) : 0;
        const before = k > 0 && centreOf(k - 1) === undefined ? x - 1.5 * pitch : x - pitch;
        return (
          <g key={k}>
            <MapBox
              {...{ map, share, x, layout, unit, hatch: `url(#${hatch})` }}
              filled={layout.tight && most > 0 ? (share ?? 0) / most : 0}
              colour={style.colour}
            />
            {k === 0 && roomy && (
              <text className="chart-tick" x={left} y={layout.shapes}>
                {map.input}
              </text>
            )}
            {k > 0 && roomy && (
              <text
                className="chart-tick"
                x={(Math.max(before, x - pitch) + x) / 2}
                y={layout.shapes}
                textAnchor="middle"
              >
                {map.input}
              </text>
            )}
            {k === count - 1 && roomy && (
              <text
                className="chart-tick"
                x={left + slots * pitch}
                y={layout.shapes}
                textAnchor="end"
              >
                {map.output}
              </text>
            )}
            {share !== undefined && (
              <>
                {!layout.tight && (
                  <rect
                    x={x - box.width / 2}
                    y={bars.bottom - height}
                    width={box.width}
                    height={height}
                    fill={style.colour}
                  />
                )}
                <text
                  className="network-share"
                  x={x}
                  y={bars.bottom}
                  dy="1.1em"
                  textAnchor="middle"
                >
                  {map.trained === 0 ? 'fixed' : formatPercent(share)}
                </text>
              </>
            )}
          </g>
        );
      })}
      {shares && !layout.tight && (
        <path className="chart-base" d={`M${left},${bars.bottom}H${left + slots * pitch}`} />
      )}
      {hidden > 0 && (
        <text className="network-more" x={gap} y={middle} dy="0.35em" textAnchor="middle">
          × {hidden} more
        </text>
      )}
    </>
  );
}
