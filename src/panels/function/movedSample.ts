import { pointBounds, type DataPoint } from '../../nn/dataPoints.ts';

/** The nearest point that is short to write: coordinates in hundredths, as far as they may go. */
export const roundedPoint = ({ x, y }: DataPoint): DataPoint => ({ x: rounded(x), y: rounded(y) });

/** Where an arrow key leads from a point: by 0.01, or by 0.1 with Shift. */
export function movedSample({ x, y }: DataPoint, key: string, far: boolean): DataPoint | undefined {
  const step = far ? 0.1 : 0.01;
  switch (key) {
    case 'ArrowLeft':
      return roundedPoint({ x: x - step, y });
    case 'ArrowRight':
      return roundedPoint({ x: x + step, y });
    case 'ArrowUp':
      return roundedPoint({ x, y: y + step });
    case 'ArrowDown':
      return roundedPoint({ x, y: y - step });
    default:
      return undefined;
  }
}

const rounded = (value: number): number =>
  Number(Math.min(pointBounds.size, Math.max(-pointBounds.size, value)).toFixed(2)) + 0;
