import type { MapOptions } from '../../nn/Architecture.ts';
import { wordIn, type ChoiceParam, type Settings } from '../../nn/Settings.ts';

/** Where a map stands in a network. */
export type Place = 'first' | 'inner' | 'readout';

/** Which maps train, by the word of the choice. */
const trains: Readonly<Record<string, readonly Place[]>> = {
  all: ['first', 'inner', 'readout'],
  hidden: ['inner'],
  body: ['first', 'inner'],
  readout: ['readout'],
};

/** The setting that says which maps train; `first` is its default. */
export const trainChoice = (first: 'all' | 'hidden'): ChoiceParam => ({
  kind: 'choice',
  key: 'train',
  label: 'Trained',
  default: first,
  options: [
    { value: 'all', label: 'all layers' },
    { value: 'hidden', label: 'all but first and last' },
    { value: 'body', label: 'all but the last' },
    { value: 'readout', label: 'the last alone' },
  ],
  explain:
    'Layers that are not trained keep their first weights and add nothing to the kernel, at finite and at infinite width.',
});

/** What of a map at `place` trains, as the setting says. */
export function trainedAt(settings: Settings, place: Place): Pick<MapOptions, 'trained'> {
  const trained = trains[wordIn(settings, 'train')]?.includes(place) ?? true;
  return trained ? {} : { trained: { weight: false, bias: false } };
}
