/** The body of a function of float `x` that returns float32 results, in WGSL or GLSL: the two differ in how they name a value. */
export type Shader = (value: 'let' | 'float') => string;

/** The entrywise functions that tfjs 4.22 computes with too few digits near 0 on graphics devices, by kernel name. */
export const shaders: Readonly<Record<'Tanh' | 'Erf', Shader>> = {
  // A series near 0 (Cephes, tanhf): relative error 1.5e-7.
  Tanh: (value) => `
    ${value} a = abs(x);
    if (a < 0.625) {
      ${value} s = x * x;
      return x + x * s * (${horner('s', [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1])});
    }
    ${value} e = exp(-2.0 * a);
    return sign(x) * (1.0 - e) / (1.0 + e);`,
  // A series below 1 (Cephes, erff), above it Abramowitz & Stegun (1964), 7.1.26: relative error 2.1e-7.
  Erf: (value) => `
    ${value} a = abs(x);
    ${value} s = x * x;
    if (a < 1.0) {
      return x * (${horner('s', [7.853861353153693e-5, -8.010193625184903e-4, 5.188327685732524e-3, -2.685381193529856e-2, 1.128358514861418e-1, -3.76126258242333e-1, 1.12837916672671])});
    }
    ${value} t = 1.0 / (1.0 + 0.3275911 * a);
    return sign(x) * (1.0 - t * (${horner('t', [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592])}) * exp(-s));`,
};

/** A polynomial with the highest coefficient first. */
const horner = (variable: string, [first = 0, ...rest]: readonly number[]): string =>
  rest.reduce(
    (text, c) => `(${text} * ${variable} + (${c.toExponential()}))`,
    `(${first.toExponential()})`,
  );
