import { useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Pending } from '../chart/Pending.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { reasonOf, signalsArms, type SignalsArm } from './signalsArms.ts';
import { SignalsCurvature } from './SignalsCurvature.tsx';
import { SignalsDepth } from './SignalsDepth.tsx';
import { SignalsNorms } from './SignalsNorms.tsx';
import { signalsOption, type SignalsOption } from './signalsOptions.ts';
import { signalsLabel } from './signalsWords.ts';

/** What a start does to signals and gradients, layer by layer. */
export function SignalsPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const arms = signalsArms(results);
  const option = signalsOption(view);
  const without = arms.flatMap((arm) => {
    const reason = reasonOf(arm, option);
    return reason === undefined ? [] : [{ ...arm, reason }];
  });
  const shared = { arms, size, unit, pointer, label: signalsLabel(arms, option) };
  // Letters of bold small text that fit into the plot's width.
  const longest = Math.max(8, Math.floor(size.width / (0.64 * unit)) - 4);
  const words = (
    <>
      <Pending
        {...{ results, size }}
        known={without.length > 0 || arms.some((arm) => knows(arm, option))}
      />
      {without.map(({ label, letter, reason }, k) => (
        <text
          key={label}
          className="chart-label"
          x={size.width - unit}
          y={(5.5 + 1.4 * k) * unit}
          textAnchor="end"
          fill={armStyles[label].text}
        >
          {reason.length > longest && <title>{reason}</title>}
          {letter + shortened(reason, longest)}
        </text>
      ))}
    </>
  );
  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      {option === 'lognorm' && <SignalsNorms {...shared}>{words}</SignalsNorms>}
      {option === 'curvature' && <SignalsCurvature {...shared}>{words}</SignalsCurvature>}
      {option !== 'lognorm' && option !== 'curvature' && (
        // Axes keep still within a picture, not from one to the next.
        <SignalsDepth key={option} option={option} {...shared}>
          {words}
        </SignalsDepth>
      )}
    </div>
  );
}

const knows = ({ signals, curvature }: SignalsArm, option: SignalsOption): boolean =>
  (option === 'curvature' ? curvature : signals) !== undefined;

/** A sentence up to so many letters. */
const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1)}…`;
