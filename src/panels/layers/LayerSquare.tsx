import type { ReactNode } from 'react';
import { sequentialMap } from '../chart/colourMaps.ts';
import { formatPercent } from '../chart/formatNumber.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import type { Interval } from '../chart/Interval.ts';
import type { LayerPart } from './layersArms.ts';

interface LayerSquareProps {
  readonly part: LayerPart;
  /** What stands above it; may be empty. */
  readonly name: string;
  /** Its upper left corner and side. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly domain: Interval;
  /** Font size of small text. */
  readonly unit: number;
}

/** One layer's map with its name above and its share of the trace below; an empty frame if it does not train. */
export function LayerSquare({ part, name, x, y, side, domain, unit }: LayerSquareProps): ReactNode {
  const { label, size, values, trained, share } = part;
  const place = { width: side, height: side };
  const above = { left: x - unit, width: side + 2 * unit, top: y - 1.4 * unit };
  const below = { left: x - unit, width: side + 2 * unit, top: y + side };
  return (
    <>
      {name !== '' && (
        <span className="layers-word" style={above}>
          {name}
        </span>
      )}
      {trained === 0 ? (
        <div className="layers-fixed" title={label} style={{ left: x, top: y, ...place }} />
      ) : (
        <div className="layers-map" title={label} style={{ left: x, top: y, ...place }}>
          <HeatMap
            values={values}
            columns={size}
            domain={domain}
            map={sequentialMap}
            style={place}
          />
        </div>
      )}
      <span className="layers-word" style={below}>
        {trained === 0 ? 'fixed' : formatPercent(share)}
      </span>
    </>
  );
}
