/** Where a run waits between rounds while it is paused. */
export interface Gate {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Lets one round of one step through, then waits again. */
  readonly step: () => void;
  /** Lets go of whoever waits. */
  readonly end: () => void;
  /** The most steps that the next round may take. */
  readonly pace: () => number;
  /** Resolves when the next round may begin. */
  readonly passed: () => Promise<void>;
}

/** A gate that is shut from the start if `paused`; `tell` hears when a run begins to wait and when it goes on. */
export function gate(paused: boolean, tell: (paused: boolean) => void): Gate {
  let shut = paused;
  let oneMore = false;
  let letGo: (() => void) | undefined;
  const isShut = (): boolean => shut;
  const wake = (): void => {
    letGo?.();
    letGo = undefined;
  };
  return {
    pause: () => {
      shut = true;
    },
    resume: () => {
      shut = false;
      wake();
    },
    step: () => {
      shut = true;
      oneMore = true;
      wake();
    },
    end: wake,
    pace: () => (shut ? 1 : Infinity),
    passed: async () => {
      if (isShut() && !oneMore) {
        tell(true);
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
        if (!isShut()) tell(false);
      }
      oneMore = false;
    },
  };
}
