import { fanScheme } from './fanSchemes.ts';

/** Variance 1/fan-in: keeps the mean square of linear sums. */
export const [lecunNormal, lecunUniform] = fanScheme({
  id: 'lecun',
  name: 'LeCun',
  rule: '1/fan-in',
  source: 'LeCun, Bottou, Orr & Müller (1998)',
  fan: 'in',
  factor: () => 1,
});
