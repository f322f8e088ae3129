import type { CSSProperties } from 'react';

interface ScrubberProps {
  /** Which step is looked at. */
  readonly at: number | 'last';
  /** The last step that is known. */
  readonly known: number;
  readonly steps: number;
  readonly onChange: (at: number | 'last') => void;
}

/** Looks back at an earlier step; at its end it follows the run. */
export function Scrubber({ at, known, steps, onChange }: ScrubberProps) {
  const step = at === 'last' ? known : Math.min(at, known);
  const share = (value: number): string => `${steps > 0 ? (100 * value) / steps : 0}%`;
  return (
    <div className="scrubber">
      <input
        type="range"
        className="slider"
        min={0}
        max={Math.max(steps, 1)}
        value={step}
        disabled={steps === 0}
        aria-label="Step that is shown"
        aria-valuetext={`step ${step} of ${steps}`}
        title="Look at an earlier step (← →)"
        style={{ '--fill': share(step), '--known': share(known) } as CSSProperties}
        onChange={(event) => {
          const asked = event.currentTarget.valueAsNumber;
          onChange(asked >= known ? 'last' : asked);
        }}
      />
      <span className="scrubber-text">
        step {step} of {steps}
      </span>
    </div>
  );
}
