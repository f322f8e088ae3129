import type { Results } from '../../spec/Results.ts';
import { formatPercent } from '../chart/formatNumber.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { networkArms, type NetworkArm } from './networkArms.ts';
import type { PlannedMap } from './networkPlan.ts';

/** How many numbers the networks have, and what the bars are. */
export function networkCaption(results: Results): string {
  const arms = networkArms(results);
  const counts = arms.map(({ letter, plan }) => {
    const total = sum(plan.maps, ({ parameters }) => parameters);
    const trained = sum(plan.maps, (map) => map.trained);
    const words = `${letter}${grouped(total)}`;
    return trained === total ? words : `${words} (${grouped(trained)} train)`;
  });
  return joined([
    counts.length === 0 ? '' : `parameters ${counts.join(', ')}`,
    'in colour: each layer’s share of tr Θ₀, which the layers add up to',
    arms.some(({ plan }) => plan.maps.some(({ trained }) => trained === 0))
      ? 'hatched layers stay as drawn and add nothing'
      : '',
    networkWords(results),
    seedWords(results, 'one'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function networkLabel(arms: readonly NetworkArm[]): string {
  const facts = arms.map(({ name, plan, shares }) => {
    const layers = plan.maps.map((map, k) => {
      const share = shares === undefined ? '' : `, ${formatPercent(shares[k]!)} of the trace`;
      return map.trained === 0 ? `${map.name} fixed` : map.name + share;
    });
    const who = name === '' ? 'The network' : name;
    return `${who}: ${plan.maps.length} layers, ${spokenLayers(layers)}`;
  });
  return `The layers of each network. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** One map in a sentence. */
export function mapWords(map: PlannedMap, share: number | undefined): string {
  const { name, input, output, parameters, trained, times } = map;
  const of =
    trained === parameters ? '' : trained === 0 ? ', fixed' : `, ${grouped(trained)} train`;
  return [
    `${name}: ${input} → ${output}`,
    `${grouped(parameters)} parameters${of}`,
    times > 1 ? `used at ${times} steps` : '',
    share === undefined ? '' : `${formatPercent(share)} of tr Θ₀`,
  ]
    .filter((words) => words !== '')
    .join(', ');
}

/** "37 056": figures in groups of three. */
export const grouped = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

/** "4 160", "37 k", "1.2 M": what fits into a box. */
export function brief(count: number): string {
  const [size, unit] = count >= 999_500 ? [count / 1e6, 'M'] : [count / 1e3, 'k'];
  if (count < 1000) return String(count);
  return `${size < 9.95 ? size.toFixed(1) : String(Math.round(size))}\u202f${unit}`;
}

const mostSpoken = 12;

const spokenLayers = (words: readonly string[]): string =>
  words.length <= mostSpoken
    ? words.join(', ')
    : `${words.slice(0, mostSpoken - 1).join(', ')}, … ${words.at(-1) ?? ''}`;

const sum = (maps: readonly PlannedMap[], pick: (map: PlannedMap) => number): number =>
  maps.reduce((total, map) => total + pick(map), 0);
