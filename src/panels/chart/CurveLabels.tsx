import { useMemo, useState, type ReactNode } from 'react';
import type { Point } from './curvePath.ts';
import type { LabelRequest } from './labelCandidates.ts';
import { alongCurve, placeLabels } from './placeLabels.ts';
import { RichText } from './RichText.tsx';
import type { Scale } from './Scale.ts';

/** A label with the colour of its words. */
export interface CurveLabel extends LabelRequest {
  readonly colour: string;
}

interface CurveLabelsProps {
  readonly labels: readonly CurveLabel[];
  /** Further curves that labels should not cover. */
  readonly others: readonly (readonly Point[])[];
  readonly x: Scale;
  readonly y: Scale;
  readonly textSize: number;
}

/** Words beside their curves, placed so that they cover little and stay where they are while data come in. */
export function CurveLabels({ labels, others, x, y, textSize }: CurveLabelsProps): ReactNode {
  const [choices, setChoices] = useState<ReadonlyMap<string, number>>(new Map());
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const placed = useMemo(
    () =>
      placeLabels(
        labels,
        [
          ...labels.flatMap(({ curve }) => alongCurve(curve)),
          // Half as dense, for what may rather be covered.
          ...others.flatMap((curve) => alongCurve(curve, 8)),
        ],
        { left: left + 4, right: right - 2, top, bottom: bottom - 2 },
        textSize,
        choices,
      ),
    [labels, others, left, right, top, bottom, textSize, choices],
  );
  if (placed.some(({ key, choice }) => choices.get(key) !== choice)) {
    setChoices(new Map(placed.map(({ key, choice }) => [key, choice])));
  }
  return (
    <g>
      {placed.map(({ key, text, x: at, y: height }) => (
        <text
          key={key}
          className="chart-label"
          x={at}
          y={height}
          dy="0.35em"
          textAnchor="middle"
          fill={labels.find((label) => label.key === key)?.colour}
        >
          <RichText text={text} />
        </text>
      ))}
    </g>
  );
}
