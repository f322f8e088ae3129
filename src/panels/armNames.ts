import type { Param, Value } from '../nn/Settings.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { armLabels } from '../spec/Experiment.ts';
import { armParams } from '../spec/params.ts';
import { armValues } from '../spec/values.ts';

/**
 * What to call each arm in a picture: its letter and what sets it apart from the others, the initializer first ("A Gaussian",
 * "B orthogonal"), and further settings only between arms that it does not tell apart ("C uniform, depth 8"): as many as it takes,
 * and none that are alike in all arms still to be told apart. The letter alone for a single arm.
 */
export function armNames(experiment: Experiment): readonly string[] {
  const arms = experiment.arms.map((_, index) => armValues(experiment, index));
  const params = [...new Map(arms.flatMap(armParams).map((param) => [param.key, param])).values()];
  const differing = params
    .filter(({ key }) => new Set(arms.flatMap((values) => values[key] ?? [])).size > 1)
    .sort((a, b) => rank(a) - rank(b));
  const settings = arms.map((values) =>
    differing.map((param) =>
      wordsOf(
        param,
        values[param.key],
        arms.flatMap((other) => other[param.key] ?? []),
      ),
    ),
  );
  return settings.map((words, index) =>
    [armLabels[index] ?? 'A', toldApart(words, settings).join(', ')].join(' ').trim(),
  );
}

/** Of an arm's words those that it takes to differ from every other arm, at most one for each of them. */
function toldApart(
  words: readonly string[],
  settings: readonly (readonly string[])[],
): readonly string[] {
  let alike = settings.filter((other) => other !== words);
  return words.filter((word, k) => {
    const left = alike.filter((other) => other[k] === word);
    const tells = left.length < alike.length;
    alike = left;
    return tells && word !== '';
  });
}

/** A setting in words; none for what is not there, or is as one takes it to be. */
export const wordsOf = (
  param: Param,
  value: Value | undefined,
  others: readonly Value[] = [],
): string =>
  value === undefined || (unsaid.has(param.key) && value === param.default)
    ? ''
    : valueWords(param, value, others);

const unsaid = new Set(['initFirst', 'initLast', 'mirror', 'rate.changes']);

/**
 * A setting in words: "orthogonal", "depth 8", "padding zero", "no biases", "readout constant". A long text is cut where it can still be
 * told from `others`.
 */
export function valueWords(param: Param, value: Value, others: readonly Value[] = []): string {
  // "Width" becomes "width", "σ_w²" and "NTK …" stay.
  const label = param.label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
  const { key } = param;
  const [family = '', ...rest] = key.split('.');
  const place = rest.length > 0 ? (places[family] ?? '') : '';
  if (param.kind === 'choice') {
    const words = param.options.find((option) => option.value === value)?.label ?? String(value);
    // What an entry is told says little without what it is about: "all layers".
    const bare = rest.length === 0 && !(key in places);
    if (key === 'rate.unit') return value === 'plain' ? 'η as a plain number' : `η in ${words}`;
    // "NTK" says little, "NTK scaling" what it is about.
    if (key === 'scaling') return `${value === 'ntk' ? words : words.toLowerCase()} ${label}`;
    return bare || family === 'data' ? words : `${place}${label} ${words}`;
  }
  if (param.kind === 'switch') return value === true ? label : `${negation(key)} ${label}`;
  if (param.kind === 'text') {
    const text = shortened(String(value), others.map(String));
    if (key !== 'rate.changes') return text;
    return text === '' ? 'one rate throughout' : `${label} ${text}`;
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

/** The start of a text that is too long, or what is around the first character that others do not have there. */
function shortened(text: string, others: readonly string[]): string {
  if (text.length <= mostCharacters) return text;
  const start = `${text.slice(0, mostCharacters - 1)}…`;
  const rivals = others.filter((other) => other !== text && other.startsWith(start.slice(0, -1)));
  if (rivals.length === 0) return start;
  const shared = Math.min(...rivals.map((other) => sharedLength(text, other)));
  const room = mostCharacters - 1;
  const rest = text.slice(Math.max(0, Math.min(shared - 4, text.length - room)));
  return `…${rest.length > room ? `${rest.slice(0, room - 1)}…` : rest}`;
}

/** How many characters two texts that differ begin with alike. */
function sharedLength(text: string, other: string): number {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return at;
}

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
