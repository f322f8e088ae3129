/** What an expression's names mean while it is evaluated. */
export interface Scope {
  readonly fanIn: number;
  readonly fanOut: number;
  /** A standard normal draw. */
  readonly normal: () => number;
  /** A draw that is uniform on [−1, 1). */
  readonly uniform: () => number;
}

/** An expression that has been understood: its value in a scope, draws being made from left to right. */
export type Expression = (scope: Scope) => number;

/** An expression, or what is wrong with its text, in sentences with what to do. */
export type Reading =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: string };
