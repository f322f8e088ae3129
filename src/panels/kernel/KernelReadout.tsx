import type { ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { ArmMarker } from '../chart/ArmMarker.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import type { SamplePair } from '../Panel.ts';
import { pairValues } from './kernelPair.ts';
import type { KernelPicture } from './kernelPicture.ts';
import type { ReadoutPlace } from './readoutPlace.ts';
import { SamplePictures } from './SamplePictures.tsx';
import { sampleWords } from './sampleWords.ts';

interface KernelReadoutProps {
  readonly picture: KernelPicture;
  readonly data: DataResult | undefined;
  readonly pair: SamplePair;
  /** A person has chosen the pair, so that its values are also spoken. */
  readonly chosen: boolean;
  /** Undefined where nothing is free: then it floats below the heads, over the half of the plot away from the pair. */
  readonly place: ReadoutPlace | undefined;
  readonly head: number;
  readonly unit: number;
  readonly dark: boolean;
}

/** Two samples and what every kernel says of them: "A 0.311 → 0.331". */
export function KernelReadout(props: KernelReadoutProps): ReactNode {
  const { picture, data, pair, chosen, place, head, unit, dark } = props;
  const { arms, n, sharedLimit } = picture;
  const values = arms.map((arm) => ({ arm, ...pairValues(arm, n, pair) }));
  const floating = { top: head, [pair.j < n / 2 ? 'right' : 'left']: 2 * unit };
  const fixed = place && {
    left: place.x,
    top: place.y,
    width: place.width,
    maxHeight: place.height,
  };
  const letters = place ? place.width / (0.56 * unit) : Infinity;
  const whole = sampleWords(data, pair);
  const words = whole.length <= letters ? whole : whole.replace('samples ', '');
  const lines = (words.length <= letters ? 1 : 2) + arms.length + (sharedLimit ? 1 : 0);
  const side = place ? pictureSide(place, lines, unit) : 6 * unit;
  return (
    <div
      className={`kernel-readout ${place?.flow ?? 'floating'}`}
      style={fixed ?? floating}
      aria-live={chosen ? 'polite' : 'off'}
    >
      <SamplePictures data={data} pair={pair} side={Math.floor(side)} dark={dark} />
      <ul>
        <li>{words}</li>
        {values.map(({ arm, start, shown, limit }) => (
          <li key={arm.label}>
            <ArmMarker arm={arm.label} />
            {arm.letter}
            {formatNumber(start)}
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

/** How large the two pictures can be beside or above the lines of values. */
const pictureSide = ({ width, height, flow }: ReadoutPlace, lines: number, unit: number): number =>
  flow === 'row'
    ? Math.min(height, 9 * unit)
    : Math.min((width - unit) / 2, height - (0.5 + 1.36 * lines) * unit, 9 * unit);
