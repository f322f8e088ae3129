/** exp(−‖x − x'‖²/(2s²)) between unit vectors with x·x' = u, that is exp((u − 1)/s²); s is the width. */
export const rbfKernel = (u: number, s: number): number => Math.exp((u - 1) / (s * s));
