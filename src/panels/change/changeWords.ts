import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { spokenCurve } from '../spokenCurve.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { changeArms, type ChangeArm } from './changeArms.ts';
import { changeOption, type ChangeOption } from './changeOptions.ts';

const subtitles: Readonly<Record<ChangeOption, string>> = {
  kernel: 'how far Θₜ is from Θ₀',
  layers: 'how far each map’s part of Θₜ is from its start',
  weights: 'how far weights are from their start',
  alignment: 'how well Θₜ fits the target',
  centred: 'how well Θₜ fits the target, and its start',
  width: 'how the change falls with width',
};

/** What is shown. */
export const changeSubtitle = (_: Results, view: PanelView): string =>
  subtitles[changeOption(view)];

/** What is measured, how often or at which step, and what infinite width would show. */
export function changeCaption(results: Results, view: PanelView): string {
  const option = changeOption(view);
  const steps = changeArms(results, 'kernel')
    .map(({ series }) => series.x)
    .reduce((longest, x) => (x.length > longest.length ? x : longest), []);
  const every = steps[1] === undefined ? undefined : steps[1] - (steps[0] ?? 0);
  return joined([
    placed.has(option)
      ? `at step ${stepShown(results, view)}`
      : every === undefined
        ? ''
        : `measured every ${every === 1 ? 'step' : `${every} steps`}`,
    option === 'layers'
      ? (results.arms
          .flatMap(({ networks }) => networks[0]?.movements?.at(-1)?.note ?? [])[0]
          ?.replace(/\.$/, '') ?? '')
      : '',
    option === 'width'
      ? 'slopes by least squares over all networks, with standard errors; thin guides: −1/2 and −1'
      : '',
    option === 'kernel' && results.arms.every(({ limit }) => limit?.exists === true)
      ? 'in the infinite-width limit zero at all times'
      : '',
    networkWords(results),
    seedWords(results, 'band'),
  ]);
}

/** Pictures of one step. */
const placed = new Set<ChangeOption>(['layers', 'weights', 'width']);

/** The main numbers for people who hear the picture. */
export function changeLabel(
  arms: readonly ChangeArm[],
  option: 'kernel' | 'alignment' | 'centred',
): string {
  const what = {
    kernel: 'Relative change of the kernel',
    alignment: 'Alignment of the kernel with the target',
    centred: 'Centred alignment of the kernel with the target',
  }[option];
  return `${what} over steps. ${arms.map((arm) => spokenCurve(arm, arm.series)).join('. ')}.`;
}
