/**
 * Numbers that one network may keep on the backend for each of two things: the weights that it started from, and the parts that
 * its maps had in its kernel then.
 */
const most = 2 ** 22;

/** Whether the weights of the start stay on the backend; else they are drawn anew whenever they are needed. */
export const keepsWeights = (weights: number): boolean => weights <= most;

/** Whether the parts of the kernel at the start stay on the backend; else they are not followed. `size` is n, or nK in full. */
export const keepsParts = (maps: number, size: number): boolean => maps * size * size <= most;
