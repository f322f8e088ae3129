import { matrix } from '../../math/matrix.ts';
import type { Layer } from '../Layer.ts';

/**
 * The infinite-width NTK of a zonal network between inputs of |x|² = d at each of `angles` (radians), not divided by its value
 * at 0. d only matters where the first map's own factors follow it (standard parameterization, Glorot). Where kernels are zonal
 * that is all there is to know of the inputs, so that none are needed: |x|²/d is exactly 1 and opposite angles have exactly
 * opposite cosines.
 */
export function zonalKernel(layer: Layer, angles: Float64Array): Float64Array {
  // Which inputs are rows and which are columns is free, and layers take time for each of them: a square has the fewest.
  const columns = Math.ceil(Math.sqrt(angles.length));
  const rows = Math.ceil(angles.length / columns);
  const nngp = matrix(rows, columns, new Float64Array(rows * columns).fill(1));
  angles.forEach((angle, at) => {
    nngp.data[at] = Math.cos(angle);
  });
  const { ntk } = layer.kernel({
    nngp,
    ntk: matrix(rows, columns),
    rowVariance: new Float64Array(rows).fill(1),
    columnVariance: new Float64Array(columns).fill(1),
  });
  return ntk.data.slice(0, angles.length);
}
