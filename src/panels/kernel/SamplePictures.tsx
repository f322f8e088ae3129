import type { ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { inkMap } from '../chart/colourMaps.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import type { Interval } from '../chart/Interval.ts';
import type { SamplePair } from '../Panel.ts';
import { SampleMap } from './SampleMap.tsx';

interface SamplePicturesProps {
  readonly data: DataResult | undefined;
  readonly pair: SamplePair;
  /** Side of one picture in pixels; below a size at which anything can be seen nothing is drawn. */
  readonly side: number;
  readonly dark: boolean;
}

const greys: Interval = [0, 1];

/** The two samples themselves: as images, or as points among the others. */
export function SamplePictures({ data, pair, side, dark }: SamplePicturesProps): ReactNode {
  if (!data || side < 16) return null;
  const { images, inputs } = data;
  if (images) {
    const size = images.side ** 2;
    return (
      <div className="kernel-samples">
        {[pair.i, pair.j].map((k, place) => (
          <HeatMap
            key={place}
            values={images.pixels.subarray(k * size, (k + 1) * size)}
            columns={images.side}
            domain={greys}
            map={inkMap(dark)}
            style={{ width: side, height: side }}
          />
        ))}
      </div>
    );
  }
  return inputs <= 2 ? <SampleMap data={data} pair={pair} side={side} /> : null;
}
