import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { NumberParam } from '../../nn/Settings.ts';
import { briefNumber } from './readNumber.ts';
import { nearestStop, sliderStops } from './sliderStops.ts';

interface SliderProps {
  readonly param: NumberParam;
  readonly value: number;
  readonly labelledBy: string;
  /** `settled` is false while the thumb is being dragged, and true once when it is let go. */
  readonly onChange: (value: number, settled: boolean) => void;
}

/** The platform's range over a parameter's stops, live while it is dragged. */
export function Slider({ param, value, labelledBy, onChange }: SliderProps) {
  const stops = useMemo(() => sliderStops(param), [param]);
  const place = nearestStop(stops, value);
  const input = useRef<HTMLInputElement>(null);

  // React's onChange is the platform's `input`; only `change` tells that the thumb was let go.
  useEffect(() => {
    const element = input.current;
    if (!element) return undefined;
    const settle = (): void => onChange(stops[element.valueAsNumber] ?? value, true);
    element.addEventListener('change', settle);
    return () => element.removeEventListener('change', settle);
  }, [onChange, stops, value]);

  return (
    <input
      ref={input}
      className="slider"
      type="range"
      min={0}
      max={stops.length - 1}
      step={1}
      value={place}
      aria-labelledby={labelledBy}
      aria-valuetext={briefNumber(value)}
      style={{ '--fill': `${(100 * place) / (stops.length - 1)}%` } as CSSProperties}
      onChange={(event) => onChange(stops[event.currentTarget.valueAsNumber] ?? value, false)}
    />
  );
}
