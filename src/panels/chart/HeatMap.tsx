import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { ColourMap } from './colourMaps.ts';
import { heatPixels } from './heatPixels.ts';
import type { Interval } from './Interval.ts';

interface HeatMapProps {
  /** rows×columns, row-major. */
  readonly values: Float32Array | Float64Array;
  readonly columns: number;
  readonly domain: Interval;
  readonly map: ColourMap;
  /** Colours pass into each other, as for a field that is known at the middles of its cells. */
  readonly smooth?: boolean;
  /** Place and size in CSS pixels. */
  readonly style: CSSProperties & { readonly width: number; readonly height: number };
}

/**
 * A matrix as pixels on a canvas, each entry as large as the next. Entries are first blown up by a whole factor
 * beyond the size on screen and then shrunk to it, because nearest-neighbour scaling makes some twice as wide.
 */
export function HeatMap({ values, columns, domain, map, smooth, style }: HeatMapProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const rows = Math.floor(values.length / columns);
  const [low, high] = domain;
  const factor = smooth ? 1 : Math.max(1, Math.ceil((style.width * pixelRatio()) / columns));

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || rows === 0) return;
    const source = new OffscreenCanvas(columns, rows);
    source
      .getContext('2d')
      ?.putImageData(new ImageData(heatPixels(values, [low, high], map), columns, rows), 0, 0);
    context.imageSmoothingEnabled = false;
    context.clearRect(0, 0, columns * factor, rows * factor);
    context.drawImage(source, 0, 0, columns * factor, rows * factor);
  }, [values, columns, rows, low, high, map, factor]);

  return (
    <canvas
      ref={canvas}
      className="chart-map"
      width={columns * factor}
      height={rows * factor}
      style={style}
      aria-hidden="true"
    />
  );
}

const pixelRatio = (): number => (typeof devicePixelRatio === 'number' ? devicePixelRatio : 1);
