import type { CSSProperties, ReactNode } from 'react';
import type { Compared } from './kernelDomains.ts';
import type { KernelLayout } from './kernelLayout.ts';

interface KernelHeadsProps {
  readonly layout: KernelLayout;
  /** Font size of small text. */
  readonly unit: number;
  readonly step: number;
  readonly compared: Compared;
  readonly onCompare: (compared: Compared) => void;
}

/** What each column shows; the third is a button that switches between two differences. */
export function KernelHeads({
  layout,
  unit,
  step,
  compared,
  onCompare,
}: KernelHeadsProps): ReactNode {
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0] = layout.columns;
  const narrow = x3 - x2 < 8 * unit;
  const at = (left: number): CSSProperties => ({ left, height: layout.head });
  return (
    <>
      <span className="kernel-head" style={at(x0)}>
        <span>
          Θ<sub>0</sub>
        </span>
      </span>
      <span className="kernel-head" style={at(x1)}>
        <span>
          <Shown step={step} />
        </span>
      </span>
      <button
        type="button"
        className="kernel-head"
        style={at(x2)}
        title={
          compared === 'moved'
            ? 'How far training has moved the kernel. Press for the distance of the start from infinite width.'
            : 'How far the start is from infinite width. Press for how far training has moved the kernel.'
        }
        onClick={() => onCompare(compared === 'moved' ? 'finite' : 'moved')}
      >
        {compared === 'moved' ? (
          <span>
            <Shown step={step} /> − Θ<sub>0</sub>
          </span>
        ) : (
          <span>
            Θ<sub>0</sub> − Θ<sub>∞</sub>
          </span>
        )}
        {!narrow && (
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 4H10L7.5 1.5M11 8H2L4.5 10.5" />
          </svg>
        )}
      </button>
      <span className="kernel-head" style={at(x3)}>
        <span>
          Θ<sub>∞</sub> {!narrow && 'limit'}
        </span>
      </span>
    </>
  );
}

const Shown = ({ step }: { readonly step: number }): ReactNode => (
  <>
    Θ<sub>{step === 0 ? 't' : step}</sub>
  </>
);
