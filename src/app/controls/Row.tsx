import { useId, type ReactNode } from 'react';
import type { Param } from '../../nn/Settings.ts';
import { ArmMarker } from '../../panels/chart/ArmMarker.tsx';
import { explainOnApproach } from '../hint.ts';
import { Notation } from '../Notation.tsx';
import type { Ownership } from './Ownership.ts';

interface RowProps {
  readonly param: Param;
  readonly ownership?: Ownership | undefined;
  /** Why this cannot be set now, shown in the place of the control. */
  readonly because?: string | undefined;
  readonly children: (labelId: string) => ReactNode;
}

/** A label with its control; in later arms it shows whose value it is, and an own value has a way back to A's. */
export function Row({ param, ownership, because, children }: RowProps) {
  const label = useId();
  const explanation = useId();
  return (
    <div
      className="row"
      role="group"
      aria-labelledby={label}
      aria-describedby={explanation}
      data-owner={ownership?.kind}
      {...explainOnApproach(param.explain)}
    >
      {ownership?.kind === 'own' && (
        <button
          type="button"
          className="own-mark"
          onClick={ownership.takeBack}
          aria-label={`${param.label}: back to A's value, ${ownership.inherited}`}
          title={`${ownership.arm}'s own value. Click for A's: ${ownership.inherited}`}
        >
          <ArmMarker arm={ownership.arm} />
        </button>
      )}
      <span className="row-label" id={label} title={param.explain}>
        <Notation text={param.label} />
      </span>
      {because === undefined ? children(label) : <span className="because">{because}</span>}
      <span className="row-explanation" id={explanation}>
        {param.explain}
      </span>
    </div>
  );
}
