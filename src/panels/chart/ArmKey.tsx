import type { ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from './armStyle.ts';
import { markerPath } from './markerPath.ts';
import { RichText } from './RichText.tsx';

/** An arm and what is said of it in a key: its name, with why it is not drawn where it is not. */
export interface KeyedArm {
  readonly label: ArmLabel;
  readonly words: string;
}

interface ArmKeyProps {
  readonly arms: readonly KeyedArm[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly width: number;
  /** Font size of small text. */
  readonly unit: number;
}

/** About how wide bold small text is, in font sizes a character. */
const perLetter = 0.58;

/** How many lines the names of arms take. */
export const armKeyLines = (arms: readonly KeyedArm[], width: number, unit: number): number =>
  Math.max(0, ...placed(arms, width, unit).map(({ line }) => line + 1));

/** The arms' names with their markers, in one line or as many as it takes: for pictures where names would not fit beside curves. */
export const ArmKey = ({ arms, x, y, width, unit }: ArmKeyProps): ReactNode =>
  placed(arms, width, unit).map(({ label, words, at, line }) => (
    <g key={label} transform={`translate(${x + at},${y + 1.4 * unit * line})`}>
      <path
        d={markerPath(armStyles[label].shape, 0.35 * unit, -0.33 * unit, 0.32 * unit)}
        fill={armStyles[label].colour}
      />
      <text className="chart-label" x={unit} fill={armStyles[label].text}>
        <RichText text={words} />
      </text>
    </g>
  ));

function placed(arms: readonly KeyedArm[], width: number, unit: number) {
  let at = 0;
  let line = 0;
  return arms
    .filter(({ words }) => words !== '')
    .map((arm) => {
      const length = (1.2 + perLetter * arm.words.length) * unit;
      if (at > 0 && at + length > width) {
        at = 0;
        line++;
      }
      const place = { ...arm, at, line };
      at += length + 1.2 * unit;
      return place;
    });
}
