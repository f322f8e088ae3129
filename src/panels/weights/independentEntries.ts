/** Schemes whose entries are independent draws of one light-tailed distribution within each matrix, or all zero. */
const schemes = new Set([
  'gaussian',
  'truncated',
  'uniform',
  'he-normal',
  'he-uniform',
  'glorot-normal',
  'glorot-uniform',
  'lecun-normal',
  'lecun-uniform',
  'fractional',
  'siren',
  'large-bias',
  'fixup',
  'skipinit',
]);

/** Whether a scheme draws the entries of a matrix independently, so that its singular values follow Marchenko and Pastur. */
export const hasIndependentEntries = (scheme: string): boolean => schemes.has(scheme);
