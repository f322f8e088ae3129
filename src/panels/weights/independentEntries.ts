/** Schemes whose entries are independent draws of one distribution of finite variance, the mean aside. */
const schemes = new Set([
  'gaussian',
  'uniform',
  'he-normal',
  'he-uniform',
  'glorot-normal',
  'glorot-uniform',
  'lecun-normal',
  'lecun-uniform',
]);

/** Whether a scheme draws the entries of a matrix independently, so that its singular values follow Marchenko and Pastur. */
export const hasIndependentEntries = (scheme: string): boolean => schemes.has(scheme);
