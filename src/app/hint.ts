import { create } from 'zustand';

/** What the footer explains at the moment: the control that the pointer or the focus is on. */
export const useHint = create<{ readonly text: string | undefined }>(() => ({ text: undefined }));

/** Handlers that let an element explain itself in the footer while the pointer or the focus is on it. */
export function explainOnApproach(text: string) {
  const show = (): void => useHint.setState({ text });
  const hide = (): void =>
    useHint.setState(({ text: shown }) => (shown === text ? { text: undefined } : {}));
  return { onPointerEnter: show, onPointerLeave: hide, onFocus: show, onBlur: hide } as const;
}
