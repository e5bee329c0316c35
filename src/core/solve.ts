import { checkRank, checkShape, doubles } from './check.ts';
import { shapeText, type Tensor, wrong } from './tensor.ts';

/**
 * The x of A·x = b for a symmetric positive definite A (n×n), by Cholesky: A = L·Lᵀ, then two triangular systems.
 * @throws RangeError where A is not square, b has not n numbers, or A is not positive definite.
 */
export function solvePositive(matrix: Tensor, right: Tensor): Tensor {
  checkRank('matrix', matrix, [2], 'n×n');
  const [n = 1, columns = 1] = matrix.shape;
  if (columns !== n) throw wrong('matrix', shapeText(matrix.shape), 'as many columns as rows');
  checkShape('right', right, [n], 'one number for each row of matrix');
  const a = doubles(matrix);
  const lower = new Float64Array(n * n);
  const at = (row: number, column: number): number => lower[row * n + column] ?? 0;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = a[row * n + column] ?? 0;
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      if (row === column && !(rest > 0)) throw wrong('matrix', 'not positive definite', 'positive definite');
      lower[row * n + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  const data = new Float64Array(doubles(right));
  for (let row = 0; row < n; row++) {
    let rest = data[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= at(row, k) * (data[k] ?? 0);
    data[row] = rest / at(row, row);
  }
  for (let row = n - 1; row >= 0; row--) {
    let rest = data[row] ?? 0;
    for (let k = row + 1; k < n; k++) rest -= at(k, row) * (data[k] ?? 0);
    data[row] = rest / at(row, row);
  }
  return { shape: [n], data };
}
