import { useLayoutEffect, useRef, useState } from 'react';
import { Notation } from '../Notation.tsx';
import { useSize } from '../useSize.ts';

/** What a picture shows, in truth: two lines of it, and a way to the rest where there is more. */
export function Caption({ text }: { readonly text: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  const size = useSize(words);
  const [whole, setWhole] = useState(false);
  const [cut, setCut] = useState(false);

  useLayoutEffect(() => {
    const element = words.current;
    if (element && !whole) setCut(element.scrollHeight > element.clientHeight + 1);
  }, [text, size, whole]);

  return (
    <div className="caption" data-whole={whole}>
      <p ref={words} title={text}>
        <Notation text={text} />
      </p>
      {(cut || whole) && (
        <button
          type="button"
          className="text-button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'less' : 'more'}
        </button>
      )}
    </div>
  );
}
