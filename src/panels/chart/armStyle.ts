import type { ArmLabel } from '../../spec/Experiment.ts';
import type { MarkerShape } from './markerPath.ts';

/** How an arm looks, the same everywhere: a colour, a darker one that words can be read in, and a marker. */
export interface ArmStyle {
  readonly colour: string;
  readonly text: string;
  readonly shape: MarkerShape;
}

/** The looks of the four arms; colours are custom properties of the page (Okabe & Ito, 2008). */
export const armStyles: Readonly<Record<ArmLabel, ArmStyle>> = {
  A: { colour: 'var(--arm-a)', text: 'var(--arm-a-text, var(--arm-a))', shape: 'circle' },
  B: { colour: 'var(--arm-b)', text: 'var(--arm-b-text, var(--arm-b))', shape: 'square' },
  C: { colour: 'var(--arm-c)', text: 'var(--arm-c-text, var(--arm-c))', shape: 'triangle' },
  D: { colour: 'var(--arm-d)', text: 'var(--arm-d-text, var(--arm-d))', shape: 'diamond' },
};
