import type { NetworkResults, Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun, type Wanted } from './smallRun.ts';

/** A small run of networks that train, to its end or as wanted. Runs are trained once a file; nothing changes them. */
export const dynamicsRun = (wanted: Wanted = {}): Results => {
  const key = JSON.stringify(wanted);
  const results = known.get(key) ?? smallRun({ step: 20, dynamics: true, ...wanted });
  known.set(key, results);
  return results;
};
const known = new Map<string, Results>();

/** The last step, nothing pointed at, light colours. */
export const plainView: PanelView = { step: 'last', highlight: undefined, dark: false };

/** A panel's option at a step. */
export const showing = (option: string, step: PanelView['step'] = 'last'): PanelView => ({
  ...plainView,
  option,
  step,
});

/** The same results with something else in every network's. */
export const withNetworks = (
  results: Results,
  change: (network: NetworkResults) => NetworkResults,
): Results => ({
  ...results,
  arms: results.arms.map((arm) => ({ ...arm, networks: arm.networks.map(change) })),
});
