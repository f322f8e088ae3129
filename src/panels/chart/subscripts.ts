/** A piece of a word that stands on the line or below it. */
export interface Piece {
  readonly text: string;
  readonly below: boolean;
}

/** Splits words where Unicode has no subscript: the ∞ of Θ∞, the letters of σ_w, σ_b and those of recurrent layers. */
export function subscripts(words: string): readonly Piece[] {
  return words
    .split(/(?:(?<=σ)_)?((?<=Θ)∞|(?<=σ_)[wbuhv])/)
    .map((text, k) => ({ text, below: k % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
