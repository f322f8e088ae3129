import type { Machine } from './machine.ts';
import type { Suite } from './options.ts';
import type { Spread } from './Spread.ts';

/** One thing measured, in milliseconds. */
export interface Measurement extends Spread {
  readonly suite: Suite;
  readonly name: string;
  /** What computed it: a backend, float64 TypeScript, or NumPy as a yardstick. */
  readonly on: string;
  readonly device?: string;
  /** Floating-point operations of the matrix products in it per second, at the median. */
  readonly gflops?: number;
}

/** What a visit transfers, in bytes: as files, and as a server that compresses with gzip sends them. */
export interface Transfer {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly gzip: number;
}

/** A run of the benchmark. */
export interface Report {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly version: string;
  readonly machine: Machine;
  readonly measurements: readonly Measurement[];
  readonly transfers: readonly Transfer[];
  /** What was left out and why, in sentences. */
  readonly notes: readonly string[];
}
