import { armStyles } from '../chart/armStyle.ts';
import type { HarmonicsArm } from './harmonicsArms.ts';

/** What stands in the place of marks: a line for each arm without them, or a single one for arms that are all without. */
export function withoutHarmonics(arms: readonly HarmonicsArm[]) {
  const without = arms.filter(({ reason, failure }) => reason ?? failure);
  const missing = 'no harmonics at infinite width';
  const alike = without.length === arms.length && without.every(({ failure }) => !failure);
  const [first] = without;
  if (alike && first) {
    const { reason } = first;
    return [{ key: 'all', words: missing, colour: 'var(--ink-2)', reason }];
  }
  return without.map(({ label, letter, reason, failure }) => ({
    key: label,
    words: letter + (failure ?? missing),
    colour: armStyles[label].text,
    reason,
  }));
}
