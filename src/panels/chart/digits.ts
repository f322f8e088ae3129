/** An integer in Unicode subscripts: 240 gives "₂₄₀". */
export const subscript = (value: number): string => lookedUp(value, '₀₁₂₃₄₅₆₇₈₉', '₋');

/** An integer in Unicode superscripts: −3 gives "⁻³". */
export const superscript = (value: number): string => lookedUp(value, '⁰¹²³⁴⁵⁶⁷⁸⁹', '⁻');

const lookedUp = (value: number, digits: string, minus: string): string =>
  Array.from(String(value), (digit) =>
    digit === '-' ? minus : (digits[Number(digit)] ?? ''),
  ).join('');
