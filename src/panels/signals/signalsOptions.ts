import type { PanelOption, PanelView } from '../Panel.ts';

/** What can be drawn against depth with its range over draws. */
export type SeriesOption = 'square' | 'gradient' | 'moment' | 'correlation' | 'active';

/** What the panel can show. */
export type SignalsOption = SeriesOption | 'lognorm' | 'copies' | 'curvature';

/** The choice, in its order. */
export const signalsOptions: readonly (PanelOption & { readonly value: SignalsOption })[] = [
  { value: 'square', label: 'mean square' },
  { value: 'gradient', label: 'gradient' },
  { value: 'moment', label: 'moment E‖h‖ˢ' },
  { value: 'correlation', label: 'correlation' },
  { value: 'lognorm', label: 'log-norm' },
  { value: 'active', label: 'active units' },
  { value: 'copies', label: 'identical, dead' },
  { value: 'curvature', label: 'curvature' },
];

/** What a view asks for. */
export const signalsOption = ({ option }: PanelView): SignalsOption =>
  signalsOptions.find(({ value }) => value === option)?.value ?? 'square';

/** Whether an option has one curve for each arm, over draws. */
export const isSeries = (option: SignalsOption): option is SeriesOption =>
  option !== 'lognorm' && option !== 'copies' && option !== 'curvature';
