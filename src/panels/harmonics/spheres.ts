/** The spheres S^{d−1} that can be looked at, as their dimension d and their name. */
export const spheres = [
  { value: '2', label: 'S¹', title: 'The circle: μ_k belongs to cos kθ and sin kθ' },
  { value: '3', label: 'S²', title: 'The sphere in three dimensions' },
  { value: '4', label: 'S³', title: 'The sphere in four dimensions' },
  { value: '5', label: 'S⁴', title: 'The sphere in five dimensions' },
] as const;

/** The dimension of one of them, as the switch has it. */
export type SphereChoice = (typeof spheres)[number]['value'];
