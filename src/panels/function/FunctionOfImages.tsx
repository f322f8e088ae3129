import { useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { inkMap } from '../chart/colourMaps.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import type { Interval } from '../chart/Interval.ts';
import { RichText } from '../chart/RichText.tsx';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { worstSamples, type JudgedSample } from './worstSamples.ts';

const greys: Interval = [0, 1];

/** The training images on which each arm's first network does worst, with what it makes of them. */
export function FunctionOfImages(props: FunctionPictureProps): ReactNode {
  const { results, view, size, unit, label, onHighlight, children } = props;
  const arms = useMemo(() => worstSamples(results, view), [results, view]);
  const images = results.data?.images;
  const single = arms.length === 1;
  const head = single ? 0 : 1.5 * unit;
  const rows = single ? Math.max(1, Math.min(3, Math.floor(size.height / (6.5 * unit)))) : 1;
  const band = size.height / arms.length;
  const words = 2.6 * unit;
  const side = Math.max(8, Math.min((band - head) / rows - words - 0.3 * unit, 7 * unit));
  const across = Math.max(side + 0.5 * unit, 5.2 * unit);
  const columns = Math.max(1, Math.floor((size.width + 0.5 * unit) / across));
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        {arms.map(({ label: arm, name, samples, failure }, a) => (
          <g key={arm}>
            <text className="chart-label" x={0} y={a * band} dy="1em" fill={armStyles[arm].text}>
              <RichText text={name + (samples.length === 0 && failure ? `: ${failure}` : '')} />
            </text>
            {samples.slice(0, rows * columns).map((sample, k) => {
              const x = (k % columns) * across;
              const y =
                a * band + head + Math.floor(k / columns) * (side + words + 0.3 * unit) + side;
              const wrong = sample.guess !== sample.truth;
              return (
                <g key={sample.index}>
                  <text className="chart-tick" x={x} y={y} dy="1.1em">
                    {outputWords(sample)}
                  </text>
                  <text
                    className={wrong ? 'function-guess wrong' : 'function-guess'}
                    x={x}
                    y={y}
                    dy="2.25em"
                  >
                    {guessWords(sample)}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
        {children}
      </svg>
      {images &&
        arms.flatMap(({ label: arm, samples }, a) =>
          samples.slice(0, rows * columns).map(({ index }, k) => (
            <div
              key={`${arm} ${index}`}
              className="function-image"
              style={{
                left: (k % columns) * across,
                top: a * band + head + Math.floor(k / columns) * (side + words + 0.3 * unit),
              }}
              onPointerEnter={() => onHighlight({ i: index, j: index })}
              onPointerLeave={() => onHighlight(undefined)}
            >
              <HeatMap
                values={images.pixels.subarray(
                  index * images.side ** 2,
                  (index + 1) * images.side ** 2,
                )}
                columns={images.side}
                domain={greys}
                map={inkMap(view.dark)}
                style={{ width: side, height: side }}
              />
            </div>
          )),
        )}
    </>
  );
}

/** The output, or the largest of several. */
export const outputWords = ({ outputs }: JudgedSample): string =>
  `f ${outputs.length > 1 ? 'max ' : ''}${formatNumber(Math.max(...outputs), 2)}`;

/** "3 as 8", or "8" where it is right. */
export const guessWords = ({ truth, guess }: JudgedSample): string =>
  guess === truth ? truth : `${truth} as ${guess}`;
