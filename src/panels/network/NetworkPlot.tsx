import { useMemo, useRef, type ReactNode } from 'react';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { networkArms } from './networkArms.ts';
import { rowLayout, slotsIn } from './networkLayout.ts';
import { NetworkRow } from './NetworkRow.tsx';
import { networkLabel } from './networkWords.ts';
import { shownMaps } from './shownMaps.ts';

/** The layers of every arm in a row, with their shares of the kernel's trace as bars below. */
export function NetworkPlot({ results, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const arms = useMemo(() => networkArms(results), [results]);
  const letters = Math.max(
    6,
    ...arms.flatMap(({ plan }) => plan.maps.map(({ name }) => name.length)),
  );
  const slots = slotsIn(size.width, letters, unit);
  const shown = arms.map(({ plan }) => shownMaps(plan.maps.length, slots, plan.shortcuts));
  const boxes = Math.max(
    1,
    ...shown.map(({ head, tail, hidden }) => head + tail + (hidden > 0 ? 1 : 0)),
  );
  const layout = rowLayout({ ...size, arms: arms.length, boxes, unit });
  const most = Math.max(0, ...arms.flatMap(({ shares }) => shares ?? []));
  return (
    <div ref={root} className="chart network" style={size}>
      <svg {...size} role="img" aria-label={networkLabel(arms)}>
        {arms.map((arm, row) => (
          <g key={arm.label} transform={`translate(0,${row * layout.height})`}>
            <NetworkRow arm={arm} shown={shown[row]!} {...{ layout, most, unit }} />
          </g>
        ))}
      </svg>
    </div>
  );
}
