/** When something has fallen to half of its start: between which steps, and where on a straight line of its logarithm. */
export interface Halving {
  readonly step: number;
  readonly after: number;
  readonly by: number;
}

/** When values at growing steps first are half of the first one or less; undefined where they never are. */
export function halvingStep(
  steps: ArrayLike<number>,
  values: ArrayLike<number>,
): Halving | undefined {
  const half = values[0]! / 2;
  for (let k = 1; k < values.length; k++) {
    if (!(values[k]! <= half)) continue;
    const [after, by] = [steps[k - 1]!, steps[k]!];
    const fall = Math.log(values[k - 1]! / values[k]!);
    // A value of zero comes as late as its step says.
    const share = Number.isFinite(fall) ? Math.log(values[k - 1]! / half) / fall : 1;
    return { step: after + share * (by - after), after, by };
  }
  return undefined;
}
