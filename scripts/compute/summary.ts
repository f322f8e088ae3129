import { unzipSync } from 'fflate';
import type { Failure } from '../../src/spec/Failure.ts';
import type { BackendId, BackendReport } from '../../src/spec/Result.ts';

/** The part of an archive's manifest that a person is told of. */
export interface Manifest {
  readonly backend: BackendReport;
  readonly networks: Readonly<Record<string, { readonly eta: number | null }>>;
  readonly failures: readonly Failure[];
  readonly timings: Readonly<Record<string, number>>;
  readonly timing_counts: Readonly<Record<string, number>>;
}

/** Reads the manifest out of an archive's bytes. */
export function manifestIn(archive: Uint8Array): Manifest {
  const name = 'manifest.json.npy';
  const bytes = unzipSync(archive, { filter: (file) => file.name === name })[name];
  if (!bytes) throw new Error('the archive has no manifest');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(10 + headerLength))) as Manifest;
}

/** A sentence where another backend ran than the one that was asked for. */
export function wrongBackend({ backend }: Manifest, asked: BackendId): string | undefined {
  if (backend.id === asked) return undefined;
  const reason = backend.trials.find(({ id }) => id === asked)?.reason ?? 'it was not tried';
  return `${asked} cannot be used here: ${reason}. Nothing was written; ${backend.id} would work.`;
}

/** What was written, on what it was computed, and the median times. */
export function summary(manifest: Manifest, out: string, bytes: number): string {
  const { backend, networks, timings, timing_counts: counts } = manifest;
  return [
    `${out}: ${(bytes / 1e6).toFixed(1)} MB, ${Object.keys(networks).length} networks`,
    `computed on ${backend.id} (${backend.device})`,
    ...Object.entries(timings).map(
      ([name, ms]) => `${name.padEnd(16)} ${ms.toFixed(2)} ms (median of ${counts[name] ?? 0})`,
    ),
  ].join('\n');
}
