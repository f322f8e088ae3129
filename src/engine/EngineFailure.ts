import type { Failure, FailureKind } from '../spec/Failure.ts';

/** A failure that people can understand, thrown across the engine; the worker posts what it holds. */
export class EngineFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`${failure.sentence} ${failure.action}`, options);
    this.name = 'EngineFailure';
    this.failure = failure;
  }
}

/** What to tell people of anything thrown: an EngineFailure's own words, or what the text of an error is known to mean. */
export function asFailure(error: unknown): Failure {
  if (error instanceof EngineFailure) return error.failure;
  const text = error instanceof Error ? error.message : String(error);
  const known = meanings.find(({ pattern }) => pattern.test(text));
  if (known) return { kind: known.kind, sentence: known.sentence, action: known.action };
  return {
    kind: 'internal',
    sentence: `Something in the program itself went wrong (${text}).`,
    action: 'Reload the page; if it happens again, report it together with the link.',
  };
}

interface Meaning {
  readonly kind: FailureKind;
  readonly pattern: RegExp;
  readonly sentence: string;
  readonly action: string;
}

/** Texts as Chromium, Firefox, V8, Emscripten and tfjs 4.22 write them. After a loss, uploads fail as "too large". */
const meanings: readonly Meaning[] = [
  {
    kind: 'device-lost',
    pattern:
      /device (was|is) lost|device lost|unmapped before mapping|valid external Instance|context (was )?lost|createBuffer.*mappedAtCreation|mappedAtCreation.*createBuffer/is,
    sentence: 'The graphics device was lost, and what it held with it.',
    action: 'Run again: the device is started anew, or another backend takes its place.',
  },
  {
    kind: 'out-of-memory',
    pattern:
      /out of memory|\bOOM\b|allocation failed|memory access out of bounds|enlarge memory|Invalid (typed )?array (buffer )?length|(texture|buffer) size.*(greater|larger|exceed|too large)|exceeds? .*limit/is,
    sentence: 'There was not enough memory for this experiment.',
    action: 'Choose fewer samples, a smaller width or fewer layers.',
  },
];
