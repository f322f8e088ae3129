import type { ReactNode } from 'react';
import { referenceIds, referenceTitles, type ReferenceId } from './references.ts';

/** What can be drawn besides the arms. */
export type Overlay = 'depths' | ReferenceId;

interface ProfileStripProps {
  readonly chosen: ReadonlySet<Overlay>;
  readonly onChoose: (chosen: ReadonlySet<Overlay>) => void;
  /** Whether other depths are known. */
  readonly hasDepths: boolean;
  readonly c: number;
  readonly onC: (c: number) => void;
}

const overlays: readonly Overlay[] = ['depths', ...referenceIds];

const words: Readonly<Record<Overlay, string>> = {
  depths: 'depths',
  laplace: 'Laplace',
  rbf: 'RBF',
  fc: 'FC',
  resntk: 'ResNTK',
};

/** Switches of what is drawn besides the arms, and c of the kernels that have one. */
export function ProfileStrip({
  chosen,
  onChoose,
  hasDepths,
  c,
  onC,
}: ProfileStripProps): ReactNode {
  const hasC = chosen.has('laplace') || chosen.has('rbf');
  return (
    <div className="chart-strip">
      {hasC && (
        <label className="profile-c">
          c = {c.toPrecision(2)}
          <input
            type="range"
            className="slider"
            aria-label="c of the Laplace and Gaussian kernels"
            min={-1}
            max={1.5}
            step={0.02}
            value={Math.log10(c)}
            style={{ '--fill': `${((Math.log10(c) + 1) / 2.5) * 100}%` } as object}
            onChange={(event) => onC(10 ** Number(event.currentTarget.value))}
          />
        </label>
      )}
      <div className="chart-segments" role="group" aria-label="What is drawn besides">
        {overlays
          .filter((overlay) => hasDepths || overlay !== 'depths')
          .map((overlay) => (
            <button
              key={overlay}
              type="button"
              aria-pressed={chosen.has(overlay)}
              title={
                overlay === 'depths' ? 'Infinite width at other depths' : referenceTitles[overlay]
              }
              onClick={() => onChoose(toggled(chosen, overlay))}
            >
              {words[overlay]}
            </button>
          ))}
      </div>
    </div>
  );
}

function toggled(chosen: ReadonlySet<Overlay>, overlay: Overlay): ReadonlySet<Overlay> {
  const next = new Set(chosen);
  if (!next.delete(overlay)) next.add(overlay);
  return next;
}
