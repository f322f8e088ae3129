import type { ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { ArmMarker } from './ArmMarker.tsx';
import { RichWords } from './RichText.tsx';

/** One line of a readout: whose values, and the values in the order of the head. */
export interface ReadoutRow {
  readonly arm?: ArmLabel;
  readonly name: string;
  readonly values: readonly string[];
}

interface ReadoutProps {
  readonly title: string;
  readonly head?: readonly string[];
  readonly rows: readonly ReadoutRow[];
  /** Pixel of the hairline that it belongs to, and the width of the plot. */
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

/** The values under the pointer, on the side of the hairline that has more room. */
export function Readout({ title, head = [], rows, x, width, top }: ReadoutProps): ReactNode {
  const side = x < width / 2 ? { left: x + 10 } : { right: width - x + 10 };
  return (
    <div className="chart-readout" style={{ top, ...side }} aria-hidden="true">
      <table>
        <thead>
          <tr>
            <th>{title}</th>
            {head.map((word) => (
              <th key={word}>
                <RichWords text={word} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th>
                {row.arm && <ArmMarker arm={row.arm} />}
                <RichWords text={row.name} />
              </th>
              {row.values.map((value, k) => (
                <td key={k}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
