import type { PosteriorResult } from '../../spec/Result.ts';
import type { PanelOption, PanelView } from '../Panel.ts';

/** What can be drawn with the networks' functions. */
export type FunctionOption = 'ntk' | 'end' | 'nngp' | 'single' | 'mean';

/** The pictures to choose from. */
export const functionOptions = [
  { value: 'ntk', label: 'with the NTK' },
  { value: 'end', label: 'NTK, t → ∞' },
  { value: 'nngp', label: 'with the NNGP' },
  { value: 'single', label: 'single networks' },
  { value: 'mean', label: 'mean and band' },
] as const satisfies readonly (PanelOption & { readonly value: FunctionOption })[];

/** The option that a view asks for, the first unless another is. */
export const functionOption = ({ option }: PanelView): FunctionOption =>
  functionOptions.find(({ value }) => value === option)?.value ?? 'ntk';

/** Which infinitely wide networks stand beside the trained ones. */
export const lawOf = (option: FunctionOption): PosteriorResult['of'] | undefined =>
  option === 'nngp' ? 'nngp' : option === 'ntk' || option === 'end' ? 'ntk' : undefined;
