import type { ChoiceParam } from '../../nn/Settings.ts';

/** How training points lie on a circle or line; test points always lie evenly. */
export const spacingParam: ChoiceParam = {
  kind: 'choice',
  key: 'spacing',
  label: 'Spacing',
  default: 'even',
  options: [
    { value: 'even', label: 'even' },
    { value: 'random', label: 'random' },
  ],
  explain: 'Where the training points lie; test points lie evenly, between even training points.',
};
