import { laplaceKernel } from '../../nn/reference/laplaceKernel.ts';
import { rbfKernel } from '../../nn/reference/rbfKernel.ts';
import { sphereFcNtk } from '../../nn/reference/sphereFcNtk.ts';
import { sphereResNtk } from '../../nn/reference/sphereResNtk.ts';
import type { Series } from '../chart/Series.ts';

/** The kernels that profiles can be held against. */
export const referenceIds = ['laplace', 'rbf', 'fc', 'resntk'] as const;

/** One of them. */
export type ReferenceId = (typeof referenceIds)[number];

/** What decides the references: c of Laplace and RBF, the depth L of the closed forms. */
export interface ReferenceSettings {
  readonly c: number;
  readonly depth: number;
}

/** A reference as a curve with its name. */
export interface Reference {
  readonly id: ReferenceId;
  readonly name: string;
  readonly series: Series;
}

/** What each reference is, in a sentence. */
export const referenceTitles: Readonly<Record<ReferenceId, string>> = {
  laplace: 'Laplace kernel exp(−c‖x − x′‖) on the unit sphere',
  rbf: 'Gaussian kernel exp(−c²‖x − x′‖²/2) on the unit sphere',
  fc: 'NTK of a fully connected ReLU network without biases, at the depth of network A',
  resntk: 'ResNTK with α = L^−½, ReLU, at the depth of network A',
};

/** The value of a reference at cos θ = u, 1 at u = 1. */
export function referenceAt(id: ReferenceId, u: number, { c, depth }: ReferenceSettings): number {
  switch (id) {
    case 'laplace':
      return laplaceKernel(u, c);
    case 'rbf':
      return rbfKernel(u, 1 / c);
    case 'fc':
      return sphereFcNtk(u, depth);
    case 'resntk':
      return sphereResNtk(u, depth, depth ** -0.5);
  }
}

/** A reference over angles from 0 to 180 degrees. */
export function reference(id: ReferenceId, settings: ReferenceSettings): Reference {
  const values = degrees.map((angle) =>
    referenceAt(id, Math.cos((angle * Math.PI) / 180), settings),
  );
  return {
    id,
    name: nameOf(id, settings),
    series: { x: degrees, mean: values, low: values, high: values, count: 1 },
  };
}

function nameOf(id: ReferenceId, { c, depth }: ReferenceSettings): string {
  switch (id) {
    case 'laplace':
      return `Laplace, c = ${c.toPrecision(2)}`;
    case 'rbf':
      return `RBF, c = ${c.toPrecision(2)}`;
    case 'fc':
      return `FC ReLU, L = ${depth}`;
    case 'resntk':
      return `ResNTK, L = ${depth}`;
  }
}

// Close together where deep networks fall.
const degrees = Array.from({ length: 181 }, (_, k) => 180 * (k / 180) ** 1.5);
