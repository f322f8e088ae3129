import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ColourBar } from './ColourBar.tsx';
import { sequentialMap } from './colourMaps.ts';
import type { Interval } from './Interval.ts';

const drawn = (domain: Interval): readonly (readonly [string, string | null])[] => {
  const { container } = render(
    <svg>
      <ColourBar map={sequentialMap} domain={domain} x={0} y={0} width={8} height={100} unit={10} />
    </svg>,
  );
  return Array.from(container.querySelectorAll('text'), (text) => [
    text.textContent,
    text.getAttribute('y'),
  ]);
};

describe('a colour bar', () => {
  it('has round numbers from its low end to its high one', () => {
    const numbers = drawn([0, 1]);

    expect(numbers.at(0)).toEqual(['0', '96.5']);
    expect(numbers.at(-1)).toEqual(['1', '3.5']);
  });

  it('has no numbers where all entries are one value, as in the kernel of zero weights', () => {
    expect(drawn([0, 0])).toEqual([]);
  });
});
