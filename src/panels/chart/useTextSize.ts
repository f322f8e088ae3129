import { useEffect, useState, type RefObject } from 'react';

/**
 * The font size of a plot's small text in pixels, which the page enlarges on large screens: margins are multiples of
 * it. Read at the start and whenever the plot changes size, before the browser paints.
 */
export function useTextSize(plot: RefObject<Element | null>): number {
  const [textSize, setTextSize] = useState(11);
  useEffect(() => {
    const element = plot.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const found = Number.parseFloat(getComputedStyle(element).fontSize);
      if (found > 0) setTextSize(found);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [plot]);
  return textSize;
}
