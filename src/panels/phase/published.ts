import type { PhasePlace } from './phaseArms.ts';

/** Settings that a paper works at. */
export interface Published extends PhasePlace {
  /** Beside its mark. */
  readonly name: string;
  /** In the table. */
  readonly source: string;
  /** Where the name stands, so that neighbours leave each other room. */
  readonly side: 'left' | 'right';
}

/** Settings of papers by the activation's id. */
export const published: Readonly<Record<string, readonly Published[]>> = {
  tanh: [
    {
      sw2: 1.05,
      sb2: 2.01e-5,
      name: 'Huang, Fig. 4',
      source: 'Huang, Du & Xu (2021), where orthogonal weights learn faster at depth 50 to 200',
      side: 'right',
    },
    {
      sw2: 1.5,
      sb2: 0.01,
      name: 'Huang, Fig. 3a',
      source: 'Huang, Du & Xu (2021), full batch, 3 weight layers',
      side: 'right',
    },
    {
      sw2: 1.5,
      sb2: 0.1,
      name: 'Huang, Fig. 3c',
      source: 'Huang, Du & Xu (2021), full batch, 7 weight layers',
      side: 'left',
    },
    {
      sw2: 2,
      sb2: 0.1,
      name: 'Huang, SGD',
      source: 'Huang, Du & Xu (2021), stochastic gradients, 5 weight layers',
      side: 'right',
    },
    {
      sw2: 1.76,
      sb2: 0.05,
      name: 'Schoenholz',
      source: 'Schoenholz et al. (2017), where order turns into chaos at σ_b² = 0.05',
      side: 'right',
    },
  ],
  relu: [{ sw2: 2, sb2: 0, name: 'He', source: 'He et al. (2015)', side: 'left' }],
  erf: [
    {
      sw2: 0.929296,
      sb2: 9.36e-4,
      name: 'q* = 0.1',
      source: 'the critical point of q* = 0.1, after Poole et al. (2016)',
      side: 'right',
    },
  ],
};
