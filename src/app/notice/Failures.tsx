import { Notation } from '../Notation.tsx';
import type { ReportedFailure } from './failuresOf.ts';
import type { Remedy } from './remedyOf.ts';

interface FailuresProps {
  readonly failures: readonly ReportedFailure[];
  readonly remedy: (failure: ReportedFailure['failure']) => Remedy | undefined;
  readonly onRemedy: (remedy: Remedy) => void;
}

/** What went wrong, what to do about it, and a button that does it where one click can. */
export function Failures({ failures, remedy, onRemedy }: FailuresProps) {
  return failures.map(({ failure, failed, networks }) => {
    const offer = remedy(failure);
    return (
      <div key={failure.arm ?? 'run'} className="notice bad" data-kind={failure.kind}>
        <p className="notice-words">
          <strong>
            <Notation text={failure.sentence} />
          </strong>{' '}
          {failed > 1 && `So did ${failed - 1} more of its ${networks} networks. `}
          <Notation text={failure.action} />
        </p>
        {offer && (
          <button type="button" className="button" onClick={() => onRemedy(offer)}>
            {offer.label}
          </button>
        )}
      </div>
    );
  });
}
