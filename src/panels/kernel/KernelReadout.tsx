import type { ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { ArmMarker } from '../chart/ArmMarker.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import type { SamplePair } from '../Panel.ts';
import type { Rect } from './kernelLayout.ts';
import { pairValues } from './kernelPair.ts';
import type { KernelPicture } from './kernelPicture.ts';
import { SamplePictures } from './SamplePictures.tsx';
import { sampleWords } from './sampleWords.ts';

interface KernelReadoutProps {
  readonly picture: KernelPicture;
  readonly data: DataResult | undefined;
  readonly pair: SamplePair;
  readonly place: Rect & { readonly flow: 'column' | 'row' };
  readonly floating: boolean;
  readonly unit: number;
  readonly dark: boolean;
}

/** Two samples and what every kernel says of them: "A 0.311 → 0.331". */
export function KernelReadout(props: KernelReadoutProps): ReactNode {
  const { picture, data, pair, place, floating, unit, dark } = props;
  const { arms, n, sharedLimit } = picture;
  const values = arms.map((arm) => ({ arm, ...pairValues(arm, n, pair) }));
  const lines = arms.length + 2;
  const side =
    place.flow === 'row'
      ? Math.min(place.height - 2.4 * unit, 9 * unit)
      : Math.min((place.width - unit) / 2, place.height - lines * 1.45 * unit, 12 * unit);
  return (
    <div
      className={`kernel-readout ${place.flow}${floating ? ' floating' : ''}`}
      style={{
        left: place.x,
        top: place.y,
        width: place.width,
        ...(!floating && { maxHeight: place.height }),
      }}
    >
      <p className="kernel-pair">{sampleWords(data, pair)}</p>
      <SamplePictures data={data} pair={pair} side={Math.floor(side)} dark={dark} />
      <ul>
        {values.map(({ arm, start, shown, limit }) => (
          <li key={arm.label}>
            <ArmMarker arm={arm.label} />
            {arm.label} {formatNumber(start)}
            {arm.shown && arm.start && arm.shown.step > arm.start.step && (
              <> → {formatNumber(shown)}</>
            )}
            {!sharedLimit && !Number.isNaN(limit) && <span> (∞ {formatNumber(limit)})</span>}
          </li>
        ))}
        {sharedLimit && values[0] && (
          <li>
            <span className="kernel-limit">∞</span> {formatNumber(values[0].limit)}
          </li>
        )}
      </ul>
    </div>
  );
}
