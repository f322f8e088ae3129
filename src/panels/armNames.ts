import type { Param, Value } from '../nn/Settings.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { armLabels } from '../spec/Experiment.ts';
import { armParams } from '../spec/params.ts';
import { armValues } from '../spec/resolve.ts';

/**
 * What to call each arm in a picture: its letter and what sets it apart from the others, the initializer first ("A Gaussian",
 * "B orthogonal", "C orthogonal, depth 8"); the letter alone for a single arm.
 */
export function armNames(experiment: Experiment): readonly string[] {
  const arms = experiment.arms.map((_, index) => armValues(experiment, index));
  const params = [...new Map(arms.flatMap(armParams).map((param) => [param.key, param])).values()];
  const differing = params
    .filter(({ key }) => new Set(arms.map((values) => values[key])).size > 1)
    .sort((a, b) => rank(a) - rank(b));
  return arms.map((values, index) => {
    const words = differing.flatMap((param) => {
      const value = values[param.key];
      return value === undefined ? [] : [valueWords(param, value)];
    });
    return [armLabels[index] ?? 'A', words.slice(0, 2).join(', ')].join(' ').trim();
  });
}

/** A setting in words: "orthogonal", "depth 8", "no biases". */
export function valueWords(param: Param, value: Value): string {
  if (param.kind === 'choice') {
    return param.options.find((option) => option.value === value)?.label ?? String(value);
  }
  // "Width" becomes "width", "σ_w²" stays.
  const label = param.label.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  if (param.kind === 'switch') return value === true ? label : `no ${label}`;
  return `${label} ${String(value)}`;
}

const rank = ({ key }: Param): number => (key === 'init' ? 0 : key === 'act' ? 1 : 2);
