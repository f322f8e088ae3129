import { Fragment, type ReactNode } from 'react';

/** Words in SVG in which the ∞ of Θ∞, which Unicode has no subscript for, is set as one. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return text.split('Θ∞').map((part, k) => (
    <Fragment key={k}>
      {k > 0 && (
        <>
          Θ
          <tspan dy="0.2em" fontSize="0.8em">
            ∞
          </tspan>
          {/* What follows returns to the line; an empty tspan would not move it. */}
          <tspan dy="-0.16em">{part === '' ? '\u200b' : part}</tspan>
        </>
      )}
      {k === 0 && part}
    </Fragment>
  ));
}
