import type { Param, Value } from '../nn/Settings.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { armLabels } from '../spec/Experiment.ts';
import { armParams } from '../spec/params.ts';
import { armValues } from '../spec/values.ts';

/**
 * What to call each arm in a picture: its letter and what sets it apart from the others, the initializer first ("A Gaussian",
 * "B orthogonal"), and further settings only between arms that it does not tell apart ("C uniform, depth 8"). The letter alone
 * for a single arm.
 */
export function armNames(experiment: Experiment): readonly string[] {
  const arms = experiment.arms.map((_, index) => armValues(experiment, index));
  const params = [...new Map(arms.flatMap(armParams).map((param) => [param.key, param])).values()];
  const differing = params
    .filter(({ key }) => new Set(arms.flatMap((values) => values[key] ?? [])).size > 1)
    .sort((a, b) => rank(a) - rank(b));
  const settings = arms.map((values) =>
    differing.map((param) => wordsOf(param, values[param.key])),
  );
  return settings.map((words, index) => {
    // As many settings as it takes to differ from every other arm.
    const count = Math.max(
      0,
      ...settings.map((other) => 1 + words.findIndex((word, k) => word !== other[k])),
    );
    const told = words.slice(0, count).filter((word) => word !== '');
    return [armLabels[index] ?? 'A', told.slice(0, 2).join(', ')].join(' ').trim();
  });
}

/** A setting in words; none for what is not there, or is as one takes it to be. */
export const wordsOf = (param: Param, value: Value | undefined): string =>
  value === undefined || (unsaid.has(param.key) && value === param.default)
    ? ''
    : valueWords(param, value);

const unsaid = new Set(['initFirst', 'initLast', 'mirror']);

/** A setting in words: "orthogonal", "depth 8", "padding zero", "no biases", "readout constant". */
export function valueWords(param: Param, value: Value): string {
  // "Width" becomes "width", "σ_w²" and "NTK …" stay.
  const label = param.label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
  const { key } = param;
  const [family = '', ...rest] = key.split('.');
  const place = rest.length > 0 ? (places[family] ?? '') : '';
  if (param.kind === 'choice') {
    const words = param.options.find((option) => option.value === value)?.label ?? String(value);
    // What an entry is told says little without what it is about: "all layers".
    const bare = rest.length === 0 && !(key in places);
    return bare || family === 'data' || family === 'rate' ? words : `${place}${label} ${words}`;
  }
  if (param.kind === 'switch') return value === true ? label : `${negation(key)} ${label}`;
  if (param.kind === 'text') {
    const text = shortened(String(value));
    return key === 'rate.changes' && text !== '' ? `${label} ${text}` : text;
  }
  if (key === 'batch' && value === 0) return 'all samples';
  return `${place}${label} ${shortNumber(Number(value))}`;
}

const places: Readonly<Record<string, string>> = {
  initFirst: 'first layer ',
  initLast: 'readout ',
};

const negation = (key: string): string => (key === 'mirror' ? 'not' : 'no');

const mostCharacters = 16;

const shortened = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;

/** As it was set, but for what no one can have typed: √3. */
const shortNumber = (value: number): string => {
  const exact = String(value);
  return exact.length > 9 ? String(Number(value.toPrecision(4))) : exact;
};

/** The initializer first, then what it is told, then the places that are drawn otherwise. */
const order = ['init', 'init.', 'initFirst', 'initLast', 'mirror', 'act'];

function rank({ key }: Param): number {
  const family = key.split('.')[0] ?? key;
  const place = order.indexOf(key.startsWith('init.') ? 'init.' : family);
  return place < 0 ? order.length : place;
}
