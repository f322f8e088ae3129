import { useMemo, useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Pending } from '../chart/Pending.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { functionArms, type FunctionArm } from './functionArms.ts';
import { FunctionBySample } from './FunctionBySample.tsx';
import { FunctionInPlane } from './FunctionInPlane.tsx';
import { FunctionOfImages } from './FunctionOfImages.tsx';
import { FunctionOfTests } from './FunctionOfTests.tsx';
import { FunctionOnLine } from './FunctionOnLine.tsx';
import { looksAtTests } from './functionOptions.ts';
import { functionShape, hasPlaces, type FunctionShape } from './functionShape.ts';
import { functionLabel } from './functionWords.ts';
import { testArms } from './testArms.ts';

/** What each of the pictures of functions is given. */
export interface FunctionPictureProps extends PlotProps {
  readonly arms: readonly FunctionArm[];
  readonly shape: FunctionShape;
  /** Font size of small text. */
  readonly unit: number;
  readonly pointer: { readonly x: number; readonly y: number } | undefined;
  /** The picture in words, and what stands in it besides. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What networks make of every input: over a line, a circle or a plane, or for images and many dimensions of the samples. */
export function FunctionPlot(props: PlotProps): ReactNode {
  const { results, view, size } = props;
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const arms = useMemo(() => functionArms(results, view), [results, view]);
  const shape = functionShape(results, arms);
  const tests = !hasPlaces(shape) && looksAtTests(results, view);
  const Picture = tests ? FunctionOfTests : pictures[shape];
  const known = tests
    ? testArms(results, view).some(({ points, withoutLaw }) => points.length > 0 || withoutLaw)
    : !hasPlaces(shape)
      ? results.arms.some(({ networks }) => networks.some(({ outputs }) => outputs !== undefined))
      : arms.some(({ functions }) => functions.length > 0);
  const failed = shape === 'line' || shape === 'circle' || shape === 'samples' || tests;
  return (
    <div ref={root} className="chart function" style={size} {...handlers}>
      {/* Axes keep still within a picture, not from one to the next. */}
      <Picture
        key={tests ? 'tests' : shape}
        {...props}
        {...{ arms, shape, unit, pointer }}
        label={functionLabel(results, view)}
      >
        <Pending {...{ results, size }} known={known || arms.some(({ failure }) => failure)} />
        {failed &&
          arms
            .filter(({ failure }) => failure !== undefined)
            .map(({ label, letter, failure }, k) => (
              <text
                key={label}
                className="chart-label"
                x={size.width - unit}
                y={(3.6 + 1.4 * k) * unit}
                textAnchor="end"
                fill={armStyles[label].text}
              >
                {letter + (failure ?? '')}
              </text>
            ))}
      </Picture>
    </div>
  );
}

const pictures = {
  line: FunctionOnLine,
  circle: FunctionOnLine,
  plane: FunctionInPlane,
  images: FunctionOfImages,
  samples: FunctionBySample,
} as const;
