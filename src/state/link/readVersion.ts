import { currentVersion } from '../../spec/Experiment.ts';
import { shortened } from './pairsOf.ts';

/** The version whose defaults a link is read with, and what was odd about it, in sentences. */
export interface LinkVersion {
  readonly version: number;
  readonly problems: readonly string[];
}

/** Reads `v`. A link without it is of version 1, for ever; a newer one is read as far as this version understands it. */
export function readVersion(text: string | undefined): LinkVersion {
  if (text === undefined) return { version: 1, problems: [] };
  const version = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (version >= 1 && version <= currentVersion) return { version, problems: [] };
  const problem =
    version > currentVersion
      ? `v=${version} is newer than this page, which knows links up to version ${currentVersion}; what it understands is used.`
      : `v=${shortened(text)} is no version of a link; it is read as version ${currentVersion}.`;
  return { version: currentVersion, problems: [problem] };
}
