import { useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { inkMap } from '../chart/colourMaps.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import type { Interval } from '../chart/Interval.ts';
import { RichText } from '../chart/RichText.tsx';
import { imagesLayout } from './imagesLayout.ts';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { worstSamples, type JudgedSample } from './worstSamples.ts';

const greys: Interval = [0, 1];

/** The training images on which each arm's first network does worst, with what it makes of them. */
export function FunctionOfImages(props: FunctionPictureProps): ReactNode {
  const { results, view, size, unit, label, onHighlight, children } = props;
  const arms = useMemo(() => worstSamples(results, view), [results, view]);
  const images = results.data?.images;
  const layout = imagesLayout(arms.length, size, unit, results.data?.n);
  const { side, count, words } = layout;
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        {arms.map(({ label: arm, name, samples, failure }, a) => (
          <g key={arm}>
            <text
              className="chart-label"
              x={0}
              y={(a * size.height) / arms.length}
              dy="1em"
              fill={armStyles[arm].text}
            >
              <RichText text={name + (samples.length === 0 && failure ? `: ${failure}` : '')} />
            </text>
            {samples.slice(0, count).map((sample, k) => {
              const at = layout.at(a, k);
              const [x, y] = [at.x + words.dx, at.y + words.dy];
              return (
                <g key={sample.index}>
                  <text className="chart-tick" x={x} y={y} dy="1.1em">
                    {outputWords(sample)}
                  </text>
                  <text
                    className={
                      sample.guess === sample.truth ? 'function-guess' : 'function-guess wrong'
                    }
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
          samples.slice(0, count).map(({ index }, k) => (
            <div
              key={`${arm} ${index}`}
              className="function-image"
              style={{ left: layout.at(a, k).x, top: layout.at(a, k).y }}
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
const outputWords = ({ outputs }: JudgedSample): string =>
  `${outputs.length > 1 ? 'max' : 'f'} ${formatNumber(Math.max(...outputs), 2)}`;

/** "3 as 8", or "8" where it is right. */
const guessWords = ({ truth, guess }: JudgedSample): string =>
  guess === truth ? truth : `${truth} as ${guess}`;
