import type { Failure } from '../../spec/Failure.ts';
import { Notation } from '../Notation.tsx';

interface RefusalProps {
  readonly id: string;
  readonly failure: Pick<Failure, 'sentence' | 'action'>;
}

/** Why the weights of a network cannot be drawn as its controls say, below them; the notices announce it. */
export const Refusal = ({ id, failure: { sentence, action } }: RefusalProps) => (
  <p className="complaint" id={id}>
    <Notation text={`${sentence} ${action}`.trim()} />
  </p>
);
