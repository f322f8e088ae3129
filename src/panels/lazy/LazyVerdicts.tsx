import type { CSSProperties, ReactNode } from 'react';
import type { Results } from '../../spec/Results.ts';
import { ArmMarker } from '../chart/ArmMarker.tsx';
import { armStyles } from '../chart/armStyle.ts';
import { RichWords } from '../chart/RichText.tsx';
import type { PlotProps } from '../Panel.ts';
import type { LazyArm } from './lazyArms.ts';
import { percentOf, sentenceOf } from './lazyWords.ts';
import type { Verdict } from './verdict.ts';

interface LazyVerdictsProps {
  readonly results: Results;
  readonly verdicts: readonly { readonly arm: LazyArm; readonly verdict: Verdict | undefined }[];
  readonly size: PlotProps['size'];
  /** Font size of small text. */
  readonly unit: number;
}

/** One number for each arm, as large as there is room, with a sentence under a single one and a word beside several. */
export function LazyVerdicts({ results, verdicts, size, unit }: LazyVerdictsProps): ReactNode {
  const alone = verdicts.length === 1;
  const roomy = size.height / verdicts.length > 6.5 * unit;
  const letters = Math.max(4, ...verdicts.map(({ verdict }) => numberOf(verdict).length));
  const most = alone ? 6 * unit : 2.6 * unit;
  const lines = size.height / verdicts.length / (alone ? 2.4 : 2.1);
  const number = Math.max(1.2 * unit, Math.min(most, lines, (1.4 * size.width) / letters));
  const style: CSSProperties & Record<'--lazy-number', string> = {
    ...size,
    '--lazy-number': `${Math.round(number)}px`,
  };
  return (
    <dl className="lazy-verdicts" style={style}>
      {verdicts.map(({ arm, verdict }) => (
        <div key={arm.label}>
          <dt>
            {!alone && <ArmMarker arm={arm.label} />}
            {alone ? titles[verdict?.of ?? 'tangent'] : <RichWords text={arm.name} />}
          </dt>
          <dd className="lazy-number" style={{ color: armStyles[arm.label].text }}>
            {numberOf(verdict)}
            {!alone && verdict && <span className="lazy-word"> {verdict.word}</span>}
          </dd>
          {!alone && roomy && verdict?.of === 'tangent' && verdict.moved !== undefined && (
            <dd className="lazy-moved">kernel moved {percentOf(verdict.moved)}</dd>
          )}
          {alone && <dd className="lazy-sentence">{words(results, arm, verdict)}</dd>}
        </div>
      ))}
    </dl>
  );
}

const titles = { tangent: 'off its tangent', kernel: 'kernel change' } as const;

const numberOf = (verdict: Verdict | undefined): string =>
  verdict && verdict.word !== 'diverged' ? percentOf(verdict.value) : '–';

function words({ status }: Results, { failure }: LazyArm, verdict: Verdict | undefined): string {
  if (verdict) return sentenceOf(verdict);
  if (failure !== undefined) return failure;
  return status === 'failed' || status === 'stopped' ? 'Nothing is known.' : 'being computed …';
}
