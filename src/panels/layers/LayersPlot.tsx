import { useMemo, useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { ColourBar } from '../chart/ColourBar.tsx';
import { sequentialMap } from '../chart/colourMaps.ts';
import { RichText } from '../chart/RichText.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { layersArms } from './layersArms.ts';
import { layersDomain } from './layersDomain.ts';
import { layersLayout } from './layersLayout.ts';
import { layersLabel } from './layersWords.ts';
import { LayerSquare } from './LayerSquare.tsx';
import { mostMaps } from './mostMaps.ts';
import { someLayers } from './someLayers.ts';

/** What each layer adds to Θ_0 as small heat maps on one colour scale, an arm after another. */
export function LayersPlot({ results, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const arms = useMemo(() => layersArms(results), [results]);
  const domain = useSteadyDomain(
    useMemo(() => layersDomain(results), [results]),
    [0, 1],
  );
  const shown = arms.map(({ parts = [] }) => someLayers(parts.length, mostMaps));
  const layout = layersLayout({
    ...size,
    arms: arms.length,
    named: arms.length > 1 || arms.some(({ failure }) => failure !== undefined),
    maps: Math.max(1, ...shown.map(({ length }) => length)),
    unit,
  });
  const { side, columns, lines, stepX, stepY, left, above, head, bar } = layout;
  const topOf = (row: number): number => row * (head + lines * stepY);
  return (
    <div ref={root} className="chart layers" style={size}>
      {arms.flatMap(({ label, parts = [] }, row) =>
        shown[row]!.map((layer, place) => (
          <LayerSquare
            key={`${label} ${layer}`}
            part={parts[layer]!}
            x={left + (place % columns) * stepX}
            y={topOf(row) + head + above + Math.floor(place / columns) * stepY}
            name={nameOf(parts[layer]!.label, layer, above > unit ? stepX : 0, unit)}
            {...{ side, domain, unit }}
          />
        )),
      )}
      <svg {...size} role="img" aria-label={layersLabel(arms)}>
        {arms.map(({ label, name, letter, failure }, row) => (
          <text
            key={label}
            className="chart-label"
            x={head > 0 ? left : 0}
            y={topOf(row) + (head > 0 ? unit : side / 2 + above)}
            fill={armStyles[label].text}
          >
            <RichText
              text={[head > 0 ? name : letter.trim(), failure ?? ''].filter(notEmpty).join(', ')}
            />
          </text>
        ))}
        {shown.some(({ length }) => length > 0) && (
          <ColourBar map={sequentialMap} domain={domain} {...bar} unit={unit} />
        )}
      </svg>
    </div>
  );
}

const notEmpty = (words: string): boolean => words !== '';

/** A layer's name, or its number alone, or nothing, as the room allows. */
const nameOf = (label: string, layer: number, room: number, unit: number): string => {
  if (room === 0) return '';
  return 0.58 * unit * label.length < room ? label : String(layer + 1);
};
