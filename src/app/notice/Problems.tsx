import { Icon } from '../Icon.tsx';

interface ProblemsProps {
  readonly problems: readonly string[];
  readonly onDismiss: () => void;
}

/** What in a link could not be used, or what did not fit together, one sentence each. */
export function Problems({ problems, onDismiss }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div className="notice note">
      <div className="notice-words">
        <strong>
          {problems.length === 1
            ? 'One thing could not be used as it was given; the rest is.'
            : `${problems.length} things could not be used as they were given; the rest is.`}
        </strong>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        className="button quiet icon-only"
        onClick={onDismiss}
        aria-label="Dismiss"
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
