import type { PanelView } from '../Panel.ts';

/** What the panel can show, in its order. */
export const changeOptions = [
  { value: 'kernel', label: 'kernel' },
  { value: 'layers', label: 'layers' },
  { value: 'weights', label: 'weights' },
  { value: 'alignment', label: 'alignment' },
  { value: 'centred', label: 'centred alignment' },
  { value: 'width', label: 'slope against width' },
] as const;

/** One of them. */
export type ChangeOption = (typeof changeOptions)[number]['value'];

/** What a view asks for. */
export const changeOption = ({ option }: PanelView): ChangeOption =>
  changeOptions.find(({ value }) => value === option)?.value ?? 'kernel';
