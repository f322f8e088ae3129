import type { ArmLabel } from '../../spec/Experiment.ts';
import type { DataResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { latestAt, stepShown } from '../shown.ts';
import type { PanelView } from '../Panel.ts';
import { functionArms, type FunctionLaw } from './functionArms.ts';

/** What a network and infinite width make of one test sample: of several outputs, the one that its target is largest in. */
export interface TestPoint {
  readonly index: number;
  /** The network's output. */
  readonly f: number;
  /** Mean and standard deviation of the same output over infinitely wide networks. */
  readonly mean: number;
  readonly deviation: number;
  readonly target: number;
}

/** An arm's first network on the test samples, beside the law that the view's option asks for. */
export interface TestArm {
  readonly label: ArmLabel;
  readonly name: string;
  readonly letter: string;
  /** The step that the outputs are of; undefined until they are known. */
  readonly step: number | undefined;
  readonly law: FunctionLaw | undefined;
  readonly withoutLaw: string | undefined;
  readonly points: readonly TestPoint[];
  readonly failure: string | undefined;
}

/** Every arm's first network on the test samples at the step that is shown, where its law is known. */
export function testArms(results: Results, view: PanelView): readonly TestArm[] {
  const { data } = results;
  const step = stepShown(results, view);
  return functionArms(results, view).map(
    ({ label, name, letter, law, withoutLaw, failure }, index): TestArm => {
      const outputs = latestAt(results.arms[index]!.networks[0]?.outputs ?? [], step);
      return {
        label,
        name,
        letter,
        step: outputs?.step,
        law,
        withoutLaw,
        points: data && law && outputs ? pointsOf(data, law, outputs.fTest) : [],
        failure,
      };
    },
  );
}

function pointsOf(
  { nTest, outputs: K, yTest }: DataResult,
  { meanTest, deviationTest }: FunctionLaw,
  fTest: Float64Array,
): readonly TestPoint[] {
  return Array.from({ length: nTest }, (_, index) => {
    const targets = yTest.subarray(index * K, (index + 1) * K);
    const k = targets.indexOf(Math.max(...targets));
    return {
      index,
      f: fTest[index * K + k]!,
      mean: meanTest[index * K + k]!,
      deviation: deviationTest[index]!,
      target: targets[k]!,
    };
  });
}

/** How many of the points lie within two standard deviations of the mean. */
export const withinTwo = (points: readonly TestPoint[]): number =>
  points.filter(({ f, mean, deviation }) => Math.abs(f - mean) <= 2 * deviation).length;
