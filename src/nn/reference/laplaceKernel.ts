/**
 * exp(−c‖x − x'‖) between unit vectors with x·x' = u, that is exp(−c√(2(1 − u))): the kernel that deep ReLU networks' NTKs
 * resemble on the sphere (Geifman et al., 2020).
 */
export const laplaceKernel = (u: number, c: number): number =>
  Math.exp(-c * Math.sqrt(2 * Math.max(0, 1 - u)));
