import type { CurvatureResult, JacobianResult, MatricesResult } from '../../spec/Result.ts';
import type { Entry } from './entriesOf.ts';

/** What a network's start is told by in an archive, by the names that docs/compute.md lists under `A/s0`. */
export function startEntries(
  result: MatricesResult | JacobianResult | CurvatureResult,
): readonly Entry[] {
  switch (result.kind) {
    case 'matrices':
      return result.matrices.flatMap(({ singular }, k) =>
        singular ? [vector(`weights/${k}/singular`, singular)] : [],
      );
    case 'jacobian':
      return [
        ...result.hidden.map(({ singular }, k) => vector(`jacobian/hidden/${k}`, singular)),
        ...result.fromInputs.map(({ singular }, k) => vector(`jacobian/inputs/${k}`, singular)),
        ...(result.theory.exists
          ? [
              vector('jacobian/mean_square', result.theory.meanSquare),
              vector('jacobian/variance', result.theory.variance),
            ]
          : []),
      ];
    case 'curvature': {
      const all = [...result.layers, result.whole];
      return [
        vector(
          'curvature/hessian',
          Float64Array.from(all, ({ hessian }) => hessian),
        ),
        vector(
          'curvature/gauss_newton',
          Float64Array.from(all, (layer) => layer.gaussNewton),
        ),
      ];
    }
  }
}

const vector = (name: string, values: Float64Array): Entry => [
  name,
  { shape: [values.length], values },
];
