import type { MapOptions } from '../../nn/Architecture.ts';
import type { MapPlace } from '../../nn/Initializer.ts';
import { wordIn, type ChoiceParam, type Settings } from '../../nn/Settings.ts';

/** Which maps train, by the word of the choice. */
const trains: Readonly<Record<string, readonly MapPlace[]>> = {
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

/** That a map stands at `place`, and what of it trains, as the setting says. */
export function mapAt(
  settings: Settings,
  place: MapPlace,
): Pick<MapOptions, 'trained'> & { readonly place: MapPlace } {
  const trained = trains[wordIn(settings, 'train')]?.includes(place) ?? true;
  return trained ? { place } : { place, trained: { weight: false, bias: false } };
}
