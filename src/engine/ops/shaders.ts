/** The body of a function of float `x` that returns float32 results, in WGSL or GLSL: the two differ in how they name a value. */
export type Shader = (value: 'let' | 'float') => string;

/** The entrywise functions that tfjs 4.22 computes with too few digits on graphics devices, by kernel name. */
export const shaders: Readonly<
  Record<'Tanh' | 'Erf' | 'Expm1' | 'Softplus' | 'Sin' | 'Cos', Shader>
> = {
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
  // Its own series near 0: relative error 4e-9 there; where it begins, the exponential is 0.6 or more away from 1.
  Expm1: (value) => `
    ${value} a = abs(x);
    if (a < 0.5) {
      return x * (${horner('x', [1 / 40320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1])});
    }
    return exp(x) - 1.0;`,
  // max(x, 0) + log(1 + e), e = exp(−|x|), and the logarithm as 2·artanh t with t = e/(2 + e) up to 1/3: error 3e-9.
  Softplus: (value) => `
    ${value} e = exp(-abs(x));
    ${value} t = e / (2.0 + e);
    ${value} s = t * t;
    return max(x, 0.0) + 2.0 * t * (${horner('s', [1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1])});`,
  Sin: (value) => quarterWave(value, 0),
  Cos: (value) => quarterWave(value, 1),
};

/**
 * sin(x + ahead·π/2): x less the nearest multiple of π/2, whose digits come in three parts so that none is lost while |x| is
 * below 10⁴, then a series of sine or cosine on ±π/4 (Cephes, sinf and cosf): error 1e-7.
 */
const quarterWave = (value: 'let' | 'float', ahead: 0 | 1): string => `
    ${value} k = floor(x * 0.6366197723675814 + 0.5);
    ${value} r = ((x - k * 1.5703125) - k * 4.837512969970703e-4) - k * 7.549789948768648e-8;
    ${value} s = r * r;
    ${value} sine = r + r * s * (${horner('s', [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1])});
    ${value} cosine = 1.0 - 0.5 * s + s * s * (${horner('s', [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2])});
    ${value} turned = k + ${ahead}.0;
    ${value} quarter = turned - 4.0 * floor(turned * 0.25);
    if (quarter < 0.5) {
      return sine;
    }
    if (quarter < 1.5) {
      return cosine;
    }
    if (quarter < 2.5) {
      return -sine;
    }
    return -cosine;`;

/** A polynomial with the highest coefficient first. */
const horner = (variable: string, [first = 0, ...rest]: readonly number[]): string =>
  rest.reduce(
    (text, c) => `(${text} * ${variable} + (${c.toExponential()}))`,
    `(${first.toExponential()})`,
  );
