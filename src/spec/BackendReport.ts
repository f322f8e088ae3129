/** Names of the machines a run may use, in the order in which they are tried. */
export const backendIds = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

/** One of the machines. */
export type BackendId = (typeof backendIds)[number];

/** One start-up check against float64. */
export interface SelfCheck {
  /** "Gram matrix 32×4096". */
  readonly name: string;
  readonly passed: boolean;
  /** Largest relative error found and the most allowed. */
  readonly error: number;
  readonly bound: number;
}

/** What became of one backend at start-up. */
export interface BackendTrial {
  readonly id: BackendId;
  readonly outcome: 'chosen' | 'dropped' | 'unavailable' | 'passed-over';
  /** Why it was not chosen, in words; empty if it was. */
  readonly reason: string;
  readonly checks: readonly SelfCheck[];
}

/** Which backend runs, on what, and how it was found. */
export interface BackendReport {
  readonly id: BackendId;
  /** Adapter or instruction set: "NVIDIA …", "SIMD, one thread". */
  readonly device: string;
  readonly software: boolean;
  readonly trials: readonly BackendTrial[];
}
