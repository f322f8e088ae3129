/**
 * A list in the order of steps with one more element; one of the same step is replaced. Nearly always this appends.
 */
export function inStepOrder<T extends { readonly step: number }>(
  list: readonly T[],
  element: T,
): readonly T[] {
  const before = list.findLastIndex(({ step }) => step <= element.step) + 1;
  const kept = list[before - 1]?.step === element.step ? before - 1 : before;
  return [...list.slice(0, kept), element, ...list.slice(before)];
}
