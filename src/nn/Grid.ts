/** How the d inputs of a sample lie: rows×columns positions of `channels` numbers each, row by row; a line has one row. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

/** P, the positions of a grid. */
export const positionsOf = ({ rows, columns }: Pick<Grid, 'rows' | 'columns'>): number =>
  rows * columns;
