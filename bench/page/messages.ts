import type { BackendId, BackendReport } from '../../src/spec/Result.ts';
import type { Task } from '../Task.ts';

/** What the page asks of the worker; every question has one answer, in order. */
export type Question =
  | { readonly kind: 'start'; readonly backend: BackendId }
  | { readonly kind: 'measure'; readonly task: Task; readonly repeat: number };

/** What the worker answers. */
export type Answer =
  | { readonly kind: 'started'; readonly report: BackendReport }
  | { readonly kind: 'measured'; readonly ms: readonly number[] }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What the page offers to the program that drives the browser. */
export interface Bench {
  /** Starts a worker of its own on a backend; each call ends the worker before. */
  readonly start: (backend: BackendId) => Promise<BackendReport>;
  /** Milliseconds of each repetition, after a warm-up. */
  readonly measure: (task: Task, repeat: number) => Promise<readonly number[]>;
}
