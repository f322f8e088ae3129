import type { Param, Settings } from '../nn/Settings.ts';
import { valueWords, wordsOf } from '../panels/armNames.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { armParams, sharedParams } from '../spec/params.ts';
import { entryOf } from '../spec/families.ts';
import { armValues, sharedValues } from '../spec/values.ts';

/** An experiment in one line: "Digits 3 and 8 · Gaussian against orthogonal · tanh, depth 8". */
export function describe(experiment: Experiment): string {
  return [
    dataWords(experiment),
    contrast(experiment),
    common(experiment, worthSaying),
    common(experiment, unlessUsual, true),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The data set with what is to be learned of it. */
function dataWords(experiment: Experiment): string {
  const values = sharedValues(experiment);
  const { label = '' } = entryOf('data', values) ?? {};
  const choice = sharedParams(values).find(
    ({ key }) => key === 'data.classes' || key === 'data.target',
  );
  if (!choice) return label;
  const words = inWords(choice, values);
  return `${label}${/^\d/u.test(words) ? ' ' : ', '}${words}`;
}

/** "Gaussian against orthogonal", "width 64 against 256"; one network, or some that are alike, by their weights. */
function contrast(experiment: Experiment): string {
  const all = experiment.arms.map((_, index) => armValues(experiment, index));
  const [first = {}] = all;
  const differing = armParams(first)
    .filter(({ key }) => all.some((values) => values[key] !== first[key]))
    // A setting that only some entries have says nothing of those that lack it.
    .filter(({ key }) => all.every((values) => key in values))
    .sort((a, b) => Number(b.key === 'init') - Number(a.key === 'init'));
  const [only] = differing;
  if (!only) return weightWords(first);
  const names = all.map((values) => {
    const words = differing.map((param) =>
      wordsOf(
        param,
        values[param.key],
        all.flatMap((other) => other[param.key] ?? []),
      ),
    );
    return words.filter((word) => word !== '').join(', ') || inWords(only, values);
  });
  const word = differing.length === 1 && only.kind === 'number' ? inWords(only, first) : '';
  // "width" is said once, where it stands before every number.
  const prefix = word.slice(0, word.lastIndexOf(' ') + 1);
  const said = names.every((name) => name.startsWith(prefix)) ? prefix : '';
  return [...new Set(names)]
    .map((name, place) => (place > 0 ? name.slice(said.length) : name))
    .join(' against ');
}

function weightWords(values: Settings): string {
  const param = armParams(values).find(({ key }) => key === 'init');
  return param ? `${inWords(param, values)} weights` : '';
}

const worthSaying = ['act', 'net.depth', 'net.width'];

/** How networks train, where it is not by gradient descent on mean squares. */
const unlessUsual = ['loss', 'opt', 'batch'];

/** What the networks have in common of some settings; `unusual` only where it is not the default. */
function common(experiment: Experiment, keys: readonly string[], unusual = false): string {
  const all = experiment.arms.map((_, index) => armValues(experiment, index));
  const [first = {}] = all;
  const params = armParams(first);
  return keys
    .flatMap((key) => params.filter((param) => param.key === key))
    .filter((param) => !unusual || first[param.key] !== param.default)
    .filter(({ key }) => all.every((values) => values[key] === first[key]))
    .map((param) => inWords(param, first))
    .join(', ');
}

const inWords = (param: Param, values: Settings): string =>
  valueWords(param, values[param.key] ?? param.default);
