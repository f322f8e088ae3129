import type { DataResult } from '../../spec/Result.ts';
import { curveEntries } from './curveEntries.ts';
import type { NpyArray } from './npy.ts';
import { posteriorEntries } from './posteriorEntries.ts';
import { ofKind, type NetworkResult, type Recorded } from './recorder.ts';
import { signalEntries } from './signalEntries.ts';
import { startEntries } from './startEntries.ts';
import { modesEntries, trainingEntries } from './trainingEntries.ts';

/** A named array of an archive. */
export type Entry = readonly [name: string, array: NpyArray];

/** All arrays of an archive but the manifest, by the names that docs/compute.md lists. */
export const entriesOf = (recorded: Recorded): readonly Entry[] => [
  ...dataEntries(recorded.data),
  ...recorded.limits.flatMap((limit): readonly Entry[] => {
    const { n } = recorded.data;
    const square = (name: string, values: Float64Array): Entry => [
      `${limit.arm}/${name}`,
      { shape: [n, n], values },
    ];
    return [
      ...(limit.nngp ? [square('nngp_inf', limit.nngp)] : []),
      ...(limit.exists ? [square('ntk_inf', limit.ntk)] : []),
    ];
  }),
  ...recorded.limitSpectra.map(({ arm, eigenvalues }): Entry => [
    `${arm}/eigenvalues_inf`,
    vector(eigenvalues),
  ]),
  ...recorded.limitProfiles.flatMap(({ arm, values, circle }): readonly Entry[] => [
    [`${arm}/profile_inf`, vector(values)],
    [`${arm}/circle_inf`, vector(circle)],
  ]),
  ...recorded.harmonics.flatMap((result): readonly Entry[] =>
    result.exists
      ? result.spheres.map(({ d, eigenvalues }): Entry => [
          `${result.arm}/harmonics/${d}`,
          vector(eigenvalues),
        ])
      : [],
  ),
  ...recorded.signals.flatMap(signalEntries),
  ...recorded.posteriors.flatMap(posteriorEntries),
  ...[...recorded.networks].flatMap(([name, results]) =>
    networkEntries(results, recorded.data).map(([entry, array]): Entry => [
      `${name}/${entry}`,
      array,
    ]),
  ),
];

const dataEntries = ({
  n,
  nTest,
  inputs,
  outputs,
  x,
  y,
  xTest,
  yTest,
  labels,
  labelsTest,
}: DataResult): readonly Entry[] => [
  ['x', { shape: [n, inputs], values: x }],
  ['y', { shape: [n, outputs], values: y }],
  ['x_test', { shape: [nTest, inputs], values: xTest }],
  ['y_test', { shape: [nTest, outputs], values: yTest }],
  ...(labels ? [['labels', vector(labels)] as const] : []),
  ...(labelsTest ? [['labels_test', vector(labelsTest)] as const] : []),
];

function networkEntries(results: readonly NetworkResult[], data: DataResult): readonly Entry[] {
  const { n, nTest, outputs, classes } = data;
  const changes = ofKind(results, 'change');
  return [
    ...results.flatMap((result): readonly Entry[] => {
      switch (result.kind) {
        case 'weights':
          return weightEntries(result.parameters);
        case 'kernel': {
          const { step, size, values } = result;
          return [[`ntk/${step}`, { shape: [size, size], values }]];
        }
        case 'spectrum':
          return [[`eigenvalues/${result.step}`, vector(result.eigenvalues)]];
        case 'outputs': {
          const { step, f, fTest } = result;
          return [
            [`f/${step}`, { shape: [n, outputs], values: Float32Array.from(f) }],
            [`f_test/${step}`, { shape: [nTest, outputs], values: Float32Array.from(fTest) }],
          ];
        }
        case 'layers': {
          const traces = Float64Array.from(result.layers, ({ trace }) => trace);
          return [['layer_trace', vector(traces)]];
        }
        case 'matrices':
        case 'jacobian':
        case 'curvature':
          return startEntries(result);
        case 'mark':
        case 'movement':
        case 'sharpness':
        case 'lazy':
        case 'hierarchy':
        case 'function':
          return trainingEntries(result);
        case 'profile':
          return [
            ['profile', vector(result.values)],
            ['circle', vector(result.circle)],
          ];
        case 'change':
        case 'rate':
        case 'curve':
        case 'prediction':
          return [];
        // Below, in one piece: chunks end where rounds do.
        case 'modes':
          return [];
      }
    }),
    ['snapshots', vector(Int32Array.from(changes, ({ step }) => step))],
    ['ntk_change', vector(Float64Array.from(changes, ({ change }) => change))],
    ['alignment', vector(Float64Array.from(changes, (result) => result.alignment))],
    ...curveEntries(results, classes !== undefined),
    ...modesEntries(ofKind(results, 'modes')),
  ];
}

/** `weights/<k>/W` and, where there is one, `weights/<k>/b`; k counts affine maps. In float32, as the network has them. */
function weightEntries(
  parameters: Extract<NetworkResult, { kind: 'weights' }>['parameters'],
): readonly Entry[] {
  let k = -1;
  return parameters.map(({ role, shape, values }): Entry => {
    if (role === 'W') k++;
    return [`weights/${k}/${role}`, { shape, values: Float32Array.from(values) }];
  });
}

const vector = (values: NpyArray['values']): NpyArray => ({ shape: [values.length], values });
