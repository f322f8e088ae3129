import type { PanelOption, PanelView } from '../Panel.ts';

/** What the small plot can show beside the number. */
export type LazyOption = 'kernel' | 'tangent' | 'width';

/** The choice, in its order. */
export const lazyOptions: readonly (PanelOption & { readonly value: LazyOption })[] = [
  { value: 'kernel', label: 'kernel change' },
  { value: 'tangent', label: 'off the tangent' },
  { value: 'width', label: 'kernel change × width' },
];

/** What a view asks for. */
export const lazyOption = ({ option }: PanelView): LazyOption =>
  lazyOptions.find(({ value }) => value === option)?.value ?? 'kernel';
