import type { ReactNode } from 'react';
import { subscripts } from './subscripts.ts';

interface RichTextProps {
  readonly text: string;
}

/** Words in SVG with their subscripts set as such. */
export function RichText({ text }: RichTextProps): ReactNode {
  const pieces = subscripts(text);
  return pieces.map((piece, k) => {
    // What follows a subscript returns to the line.
    const shift = piece.below ? '0.22em' : pieces[k - 1]?.below ? '-0.18em' : undefined;
    return (
      <tspan key={k} dy={shift} fontSize={piece.below ? '0.8em' : undefined}>
        {piece.text}
      </tspan>
    );
  });
}

/** Words in HTML with their subscripts set as such. */
export function RichWords({ text }: RichTextProps): ReactNode {
  return subscripts(text).map((piece, k) =>
    piece.below ? <sub key={k}>{piece.text}</sub> : <span key={k}>{piece.text}</span>,
  );
}
