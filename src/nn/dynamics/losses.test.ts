import { describe, expect, it } from 'vitest';
import { eigh } from '../../math/eigh.ts';
import { fromRows, matrix, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { lossIds, squareLosses, type Loss, type LossId } from './Loss.ts';
import { lossGradient, lossOf } from './losses.ts';

const n = 5;
const random = (cols: number, name: string, size = 1): Matrix =>
  matrix(
    n,
    cols,
    normals(stream('losses').fork(name), n * cols).map((value) => size * value),
  );

/** One-hot − 1/3. */
const oneHot = (...labels: readonly number[]): Matrix =>
  fromRows(labels.map((label) => [0, 1, 2].map((k) => (k === label ? 2 : -1) / 3)));

/** Outputs and targets that a loss is made for. */
const cases: Readonly<Record<LossId, { readonly f: Matrix; readonly y: Matrix }>> = {
  mse: { f: random(3, 'f'), y: random(3, 'y') },
  'mse-sum': { f: random(3, 'f'), y: random(3, 'y') },
  'mse-mean': { f: random(3, 'f'), y: random(3, 'y') },
  softmax: { f: random(3, 'f', 2), y: oneHot(0, 2, 1, 1, 0) },
  logistic: { f: random(1, 'f', 2), y: matrix(n, 1, Float64Array.of(-1, 1, 1, -1, 1)) },
};

/** As the formulas stand, with nothing done against overflow. */
const naive: Readonly<Record<LossId, (f: readonly number[], y: readonly number[]) => number>> = {
  mse: (f, y) => squares(f, y) / (2 * n),
  'mse-sum': (f, y) => squares(f, y) / 2,
  'mse-mean': (f, y) => squares(f, y) / n,
  softmax: (f, y) => {
    const right = y.indexOf(Math.max(...y));
    const sum = f.reduce((total, value) => total + Math.exp(value), 0);
    return -Math.log(Math.exp(f[right]!) / sum) / n;
  },
  logistic: ([f = NaN], [y = NaN]) => Math.log(1 + Math.exp(-y * f)) / n,
};

const squares = (f: readonly number[], y: readonly number[]): number =>
  f.reduce((sum, value, k) => sum + (value - y[k]!) ** 2, 0);

const rowsOf = ({ rows, cols, data }: Matrix): readonly (readonly number[])[] =>
  Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)]);

const moved = (f: Matrix, entry: number, by: number): Matrix =>
  matrix(f.rows, f.cols, f.data.with(entry, f.data[entry]! + by));

describe.each(lossIds)('the loss %s', (id) => {
  const loss = lossOf(id);
  const { f, y } = cases[id];

  it('is what its formula says', () => {
    const targets = rowsOf(y);
    const expected = rowsOf(f).reduce((sum, row, i) => sum + naive[id](row, targets[i]!), 0);

    expect(loss.id).toBe(id);
    expect(loss.value(f, y)).toBeCloseTo(expected, 13);
  });

  it('has the slope of its differences', () => {
    const h = 1e-5;
    const slope = lossGradient(loss, f, y);

    slope.data.forEach((value, entry) => {
      const up = loss.value(moved(f, entry, h), y);
      const down = loss.value(moved(f, entry, -h), y);
      expect(value).toBeCloseTo((up - down) / (2 * h), 9);
    });
  });

  it('curves no more than it says, and as much somewhere', () => {
    // The first sample's Hessian at outputs from 0 to far away.
    const [target] = rowsOf(y);
    const one = fromRows([target!]);
    const largest = [0, 0.5, 1, 2, 8].map((size) => {
      // The third output is out of the way of the others.
      const at = fromRows([[size, -size, -40].slice(0, f.cols)]);
      return hessianOf(loss, at, one).values[0]! / loss.normalization(1);
    });

    expect(Math.max(...largest)).toBeLessThan(loss.curvature * (1 + 1e-6));
    expect(Math.max(...largest)).toBeGreaterThan(loss.curvature * (1 - 1e-6));
  });
});

function hessianOf(loss: Loss, f: Matrix, y: Matrix) {
  const h = 1e-4;
  const rows = Array.from(f.data.keys(), (entry) => {
    const up = lossGradient(loss, moved(f, entry, h), y);
    const down = lossGradient(loss, moved(f, entry, -h), y);
    return [...up.data.map((value, k) => (value - down.data[k]!) / (2 * h))];
  });
  return eigh(fromRows(rows));
}

describe('cross-entropies far from 0', () => {
  const three = oneHot(1);
  const plus = fromRows([[1]]);

  it('neither overflow nor lose small numbers', () => {
    const { value } = lossOf('softmax');

    expect(value(fromRows([[2000, -1000, 0]]), three)).toBe(3000);
    // log(1 + 2e^{−50}) = 2e^{−50} to 21 digits.
    expect(value(fromRows([[0, 50, 0]]), three) / (2 * Math.exp(-50))).toBeCloseTo(1, 14);
    expect(lossOf('logistic').value(fromRows([[-800]]), plus)).toBe(800);
    expect(lossOf('logistic').value(fromRows([[60]]), plus) / Math.exp(-60)).toBeCloseTo(1, 14);
  });

  it('have slopes with all their digits', () => {
    const small = lossGradient(lossOf('softmax'), fromRows([[0, 50, 0]]), three).data;
    const large = lossGradient(lossOf('softmax'), fromRows([[2000, -1000, 0]]), three).data;
    const logistic = lossGradient(lossOf('logistic'), fromRows([[60]]), plus).data;

    expect(small[0]! / Math.exp(-50)).toBeCloseTo(1, 14);
    expect(small[1]! / (-2 * Math.exp(-50))).toBeCloseTo(1, 14);
    expect([...large]).toEqual([1, -1, 0]);
    expect(logistic[0]! / -Math.exp(-60)).toBeCloseTo(1, 14);
  });
});

it('names those that are squares', () => {
  for (const id of lossIds) expect(squareLosses.has(id)).toBe(lossOf(id).isSquare);
});
