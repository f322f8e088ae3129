import { asFailure } from '../engine/EngineFailure.ts';
import type { Portray } from '../engine/portrait/portray.ts';
import type { PortraitGroup } from '../spec/protocol.ts';
import type { Result } from '../spec/Result.ts';

/** The portraits of one run: each group comes once, when it is first looked at, before training or beside it or after. */
export interface Portraits {
  /** The groups that are to come before training; the run hands over how to compute others. */
  readonly wanted: (later: Portray) => readonly PortraitGroup[];
  readonly look: (group: PortraitGroup) => void;
  /** Whether what follows training is looked at, or has been. */
  readonly following: () => boolean;
  /** Calls off what is under way. */
  readonly end: () => void;
  /** Resolves when nothing is under way any more. */
  readonly settled: () => Promise<void>;
}

/** Portraits of a run of which `looking` is looked at from the start; `tell` hears those that come later. */
export function portraits(
  looking: PortraitGroup | undefined,
  tell: (result: Result) => void,
): Portraits {
  const asked = new Set<PortraitGroup>(looking && [looking]);
  const abort = new AbortController();
  let portray: Portray | undefined;
  let task: Promise<void> = Promise.resolve();

  const computed = async (later: Portray, group: PortraitGroup): Promise<void> => {
    try {
      for await (const result of later(group, abort.signal)) {
        if (abort.signal.aborted) break;
        tell(result);
      }
    } catch (error) {
      if (!abort.signal.aborted) tell({ kind: 'failure', failure: asFailure(error) });
    }
  };

  return {
    wanted: (later) => {
      portray = later;
      return [...asked];
    },
    look: (group) => {
      if (asked.has(group)) return;
      asked.add(group);
      const later = portray;
      if (later) task = task.then(() => computed(later, group));
    },
    following: () => asked.has('dynamics'),
    end: () => abort.abort(),
    settled: () => task,
  };
}
