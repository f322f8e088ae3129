/** What is known of a trainable array before it is drawn. */
export interface ParameterShape {
  /** `W` is in×out, `b` has one entry per output. */
  readonly role: 'W' | 'b';
  readonly shape: readonly number[];
}

/** One trainable array of a network as drawn, in float64, row-major. */
export interface Parameter extends ParameterShape {
  readonly values: Float64Array;
}
