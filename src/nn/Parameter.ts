/** One trainable array of a network as drawn, in float64, row-major. */
export interface Parameter {
  /** `W` is in×out, `b` has one entry per output. */
  readonly role: 'W' | 'b';
  readonly shape: readonly number[];
  readonly values: Float64Array;
}
