/**
 * `count` angles from 0 to π, both included (count ≥ 2), for drawing a kernel against the angle: close together near 0, the
 * second π³/(8·count²) away or so, because that is where deep networks fall.
 */
export const arcAngles = (count: number): Float64Array =>
  Float64Array.from(
    { length: count },
    (_, i) => Math.PI * 2 * Math.sin((Math.PI * i) / (4 * (count - 1))) ** 2,
  );
