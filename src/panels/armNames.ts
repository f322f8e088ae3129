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
    .filter(({ key }) => new Set(arms.map((values) => values[key])).size > 1)
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
    const name = words.slice(0, Math.min(2, count)).filter((word) => word !== '');
    return [armLabels[index] ?? 'A', name.join(', ')].join(' ').trim();
  });
}

const wordsOf = (param: Param, value: Value | undefined): string =>
  value === undefined ? '' : valueWords(param, value);

/** A setting in words: "orthogonal", "depth 8", "padding zero", "no biases". */
export function valueWords(param: Param, value: Value): string {
  // "Width" becomes "width", "σ_w²" stays.
  const label = param.label.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  if (param.kind === 'choice') {
    const words = param.options.find((option) => option.value === value)?.label ?? String(value);
    // What an architecture is told says little without what it is about: "all layers".
    return param.key.startsWith('net.') ? `${label} ${words}` : words;
  }
  if (param.kind === 'switch') return value === true ? label : `no ${label}`;
  return `${label} ${String(value)}`;
}

const rank = ({ key }: Param): number => (key === 'init' ? 0 : key === 'act' ? 1 : 2);
