import { useState, type PointerEvent } from 'react';

/** Where a pointer is in an element, in its pixels, and the handlers that keep that up to date. */
export interface PointerTrack {
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly handlers: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
  };
}

/** Follows a mouse, a pen or a finger over an element. */
export function usePointer(): PointerTrack {
  const [at, setAt] = useState<PointerTrack['at']>(undefined);
  const follow = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt({ x: event.clientX - box.left, y: event.clientY - box.top });
  };
  return {
    at,
    handlers: {
      onPointerMove: follow,
      onPointerDown: follow,
      onPointerLeave: () => setAt(undefined),
    },
  };
}
