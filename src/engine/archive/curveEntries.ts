import { endedPrediction } from '../../spec/endedPrediction.ts';
import type { CurveResult, PredictionResult } from '../../spec/Result.ts';
import type { Entry } from './entriesOf.ts';
import { ofKind, type NetworkResult } from './recorder.ts';

type Column = 'lossTrain' | 'lossTest' | 'accuracyTrain' | 'accuracyTest';

const losses = [
  ['lossTrain', 'loss_train', 'loss_predicted'],
  ['lossTest', 'loss_test', 'loss_test_predicted'],
] as const;
const accuracies = [
  ['accuracyTrain', 'accuracy_train', 'accuracy_predicted'],
  ['accuracyTest', 'accuracy_test', 'accuracy_test_predicted'],
] as const;

/**
 * A network's curves and what was predicted of them, at the same `steps`: predictions are NaN from where they leave all
 * bounds or the rate that they were made for ends, and before where they begin. Those of the limit end in `_limit`, those from a later
 * step in `_relinearized`; each is there only if it was made.
 */
export function curveEntries(
  results: readonly NetworkResult[],
  hasClasses: boolean,
): readonly Entry[] {
  const chunks = ofKind(results, 'curve');
  const marks = ofKind(results, 'mark');
  const predictions = ofKind(results, 'prediction').map((prediction) =>
    endedPrediction(prediction, marks),
  );
  const steps = Int32Array.from(chunks.flatMap((chunk) => [...chunk.steps]));
  const columns = hasClasses ? [...losses, ...accuracies] : losses;
  return [
    ['steps', { shape: [steps.length], values: steps }],
    ...columns.flatMap(([column, name, predicted]): readonly Entry[] => [
      entry(name, joined(chunks, column)),
      ...predictions.map((prediction) =>
        entry(predicted + endings[prediction.source], valuesAt(steps, prediction, column)),
      ),
    ]),
  ];
}

const endings = { network: '', limit: '_limit', relinearized: '_relinearized' } as const;

const joined = (chunks: readonly CurveResult[], column: Column): Float64Array =>
  Float64Array.from(chunks.flatMap((chunk) => [...chunk[column]]));

function valuesAt(steps: Int32Array, prediction: PredictionResult, column: Column): Float64Array {
  const known = new Map([...prediction.steps].map((step, k) => [step, prediction[column][k]]));
  return Float64Array.from(steps, (step) => known.get(step) ?? NaN);
}

const entry = (name: string, values: Float64Array): Entry => [
  name,
  { shape: [values.length], values },
];
