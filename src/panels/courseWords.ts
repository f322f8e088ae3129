import { numberIn, type Settings } from '../nn/Settings.ts';
import type { Results } from '../spec/Results.ts';
import { armParams } from '../spec/params.ts';
import { sampleCountOf } from '../spec/sampleCountOf.ts';
import { armValues, sharedValues } from '../spec/values.ts';
import { valueWords } from './armNames.ts';

/** What each arm makes small and how it follows the gradient, said once where all do the same. */
export function courseWords({ experiment, arms }: Results): string {
  const samples = sampleCountOf(sharedValues(experiment));
  const words = arms.map((_, index) => wordsOf(armValues(experiment, index), samples));
  const [first = ''] = words;
  const flow = sharedValues(experiment).flow === true ? ', predictions of gradient flow' : '';
  const all = words.every((one) => one === first)
    ? first
    : arms.map(({ label }, index) => `${label} ${words[index] ?? ''}`).join('; ');
  return all + flow;
}

/** The loss of an arm in words: "mean square (1/2n)". */
export const lossName = (values: Settings): string =>
  wordOf(values, 'loss').replace(/, (.*)/, ' ($1)');

/** "softmax cross-entropy, Adam, batches of 16, weight decay 0.01". */
function wordsOf(values: Settings, samples: number): string {
  const [batch, decay, scale] = ['batch', 'decay', 'outscale'].map((key) => numberIn(values, key));
  const optimizer = wordOf(values, 'opt');
  return [
    lossName(values),
    batch! > 0 && batch! < samples
      ? `${optimizer}, batches of ${batch!}`
      : `full-batch ${optimizer}`,
    ...(decay! > 0 ? [`weight decay ${decay!}`] : []),
    ...(scale === 1 ? [] : [`α = ${scale!}`]),
    ...(values['rate.layers'] === true && values.scaling === 'standard'
      ? ['NTK rates by layer']
      : []),
  ].join(', ');
}

function wordOf(values: Settings, key: string): string {
  const param = armParams(values).find((one) => one.key === key);
  return param ? valueWords(param, values[key] ?? param.default) : '';
}
