import type { PanelOption, PanelView } from '../Panel.ts';

/** What the panel can show. */
export type ModesOption = 'steps' | 'learnt' | 'residual';

/** The choice, in its order. */
export const modesOptions: readonly (PanelOption & { readonly value: ModesOption })[] = [
  { value: 'steps', label: 'over steps' },
  { value: 'learnt', label: 'when learnt' },
  { value: 'residual', label: 'spectrum of the residual' },
];

/** What a view asks for. */
export const modesOption = ({ option }: PanelView): ModesOption =>
  modesOptions.find(({ value }) => value === option)?.value ?? 'steps';
