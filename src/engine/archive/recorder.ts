import type {
  BackendReport,
  DataResult,
  HarmonicsResult,
  LimitResult,
  NetworkRef,
  PosteriorResult,
  ProfileResult,
  Result,
  SignalsResult,
  SpectrumResult,
} from '../../spec/Result.ts';
import type { Failure } from '../../spec/Failure.ts';

/** Results that speak of one network. */
export type NetworkResult = Extract<Result, NetworkRef>;

/** Those of a network's results that are of one kind. */
export const ofKind = <K extends NetworkResult['kind']>(
  results: readonly NetworkResult[],
  kind: K,
): readonly Extract<NetworkResult, { kind: K }>[] =>
  results.filter((result): result is Extract<NetworkResult, { kind: K }> => result.kind === kind);

/** Everything that a run has told, sorted. */
export interface Recorded {
  readonly backend: BackendReport;
  readonly data: DataResult;
  /** By `A/s0`, in the order of appearance. */
  readonly networks: ReadonlyMap<string, readonly NetworkResult[]>;
  readonly limits: readonly LimitResult[];
  readonly limitSpectra: readonly SpectrumResult[];
  readonly limitProfiles: readonly ProfileResult[];
  readonly harmonics: readonly HarmonicsResult[];
  readonly signals: readonly SignalsResult[];
  readonly posteriors: readonly PosteriorResult[];
  readonly failures: readonly Failure[];
  /** Milliseconds by name. */
  readonly timings: ReadonlyMap<string, readonly number[]>;
}

/** Takes a run's results one by one; `all` throws if the run has not got as far as its data. */
export function recorder(): {
  readonly take: (result: Result) => void;
  readonly all: () => Recorded;
} {
  let backend: BackendReport | undefined;
  let data: DataResult | undefined;
  const networks = new Map<string, NetworkResult[]>();
  const limits: LimitResult[] = [];
  const limitSpectra: SpectrumResult[] = [];
  const limitProfiles: ProfileResult[] = [];
  const harmonics: HarmonicsResult[] = [];
  const signals: SignalsResult[] = [];
  const posteriors: PosteriorResult[] = [];
  const failures: Failure[] = [];
  const timings = new Map<string, number[]>();
  return {
    take: (result) => {
      switch (result.kind) {
        case 'backend':
          backend = result.report;
          break;
        case 'data':
          data = result;
          break;
        case 'limit':
          limits.push(result);
          break;
        case 'failure':
          failures.push(result.failure);
          break;
        case 'timing':
          append(timings, result.name, result.ms);
          break;
        case 'spectrum':
          if (result.source === 'limit') limitSpectra.push(result);
          else append(networks, nameOf(result), result);
          break;
        case 'profile':
          if (result.source === 'limit') limitProfiles.push(result);
          else append(networks, nameOf(result), result);
          break;
        case 'harmonics':
          harmonics.push(result);
          break;
        case 'signals':
          signals.push(result);
          break;
        case 'posterior':
          posteriors.push(result);
          break;
        case 'weights':
        case 'kernel':
        case 'rate':
        case 'curve':
        case 'prediction':
        case 'change':
        case 'outputs':
        case 'layers':
        case 'matrices':
        case 'jacobian':
        case 'curvature':
        case 'mark':
        case 'modes':
        case 'movement':
        case 'sharpness':
        case 'lazy':
        case 'hierarchy':
        case 'function':
          append(networks, nameOf(result), result);
          break;
        // Archives have the settings that these follow from.
        case 'phase':
        case 'progress':
        case 'done':
          break;
      }
    },
    all: () => {
      if (!backend || !data) throw new Error('a run tells of its backend and its data first');
      const ofArms = { limits, limitSpectra, limitProfiles, harmonics, signals, posteriors };
      return { backend, data, networks, ...ofArms, failures, timings };
    },
  };
}

const nameOf = ({ arm, seed }: NetworkRef): string => `${arm}/s${seed}`;

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
