import type { PosteriorResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import type { PanelOption, PanelView } from '../Panel.ts';

/** What can be drawn with the networks' functions. */
export type FunctionOption = 'ntk' | 'end' | 'nngp' | 'single' | 'mean';

type Choice<Value> = PanelOption & { readonly value: Value };

/** The pictures to choose from where inputs lie on a line, a circle or a plane. */
export const placeOptions = [
  { value: 'ntk', label: 'with the NTK' },
  { value: 'end', label: 'NTK, t → ∞' },
  { value: 'nngp', label: 'with the NNGP' },
  { value: 'single', label: 'single networks' },
  { value: 'mean', label: 'mean and band' },
] as const satisfies readonly Choice<FunctionOption>[];

/** Elsewhere infinite width is compared on the test samples. */
export const sampleOptions = [
  { value: 'samples', label: 'training samples' },
  { value: 'ntk', label: 'test, NTK' },
  { value: 'end', label: 'test, NTK at t → ∞' },
  { value: 'nngp', label: 'test, NNGP' },
] as const satisfies readonly Choice<FunctionOption | 'samples'>[];

/** Every word that a link may have. */
export const functionOptions: readonly PanelOption[] = [...placeOptions, sampleOptions[0]];

/** The option that a view asks for, the first unless another is. */
export const functionOption = ({ option }: PanelView): FunctionOption =>
  placeOptions.find(({ value }) => value === option)?.value ?? 'ntk';

/** Whether test samples are looked at, where inputs have no place on an axis. */
export const looksAtTests = ({ data }: Results, { option }: PanelView): boolean =>
  (data?.nTest ?? 0) > 0 && sampleOptions.slice(1).some(({ value }) => value === option);

/** Which infinitely wide networks stand beside the trained ones. */
export const lawOf = (option: FunctionOption): PosteriorResult['of'] | undefined =>
  option === 'nngp' ? 'nngp' : option === 'ntk' || option === 'end' ? 'ntk' : undefined;
