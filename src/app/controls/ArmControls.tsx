import { useState, type ReactNode } from 'react';
import type { Param, Settings, Value } from '../../nn/Settings.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import { isIdle } from '../../spec/isIdle.ts';
import { armParams } from '../../spec/params.ts';
import { entryOf } from '../../spec/families.ts';
import { armValues } from '../../spec/values.ts';
import { Control } from './Control.tsx';
import { armGroupOf, isSeldom, type ArmGroup } from './groups.ts';
import { ownershipOf } from './ownershipOf.ts';

interface ArmControlsProps {
  readonly experiment: Experiment;
  readonly arm: number;
  readonly group: ArmGroup;
  readonly onChange: (key: string, value: Value, settled: boolean) => void;
  /** Take A's value again. */
  readonly onTakeBack: (key: string) => void;
  readonly children?: ReactNode;
}

/** A heading with the controls under it for one network; those that are seldom needed behind a button. */
export function ArmControls({
  experiment,
  arm,
  group,
  onChange,
  onTakeBack,
  children,
}: ArmControlsProps) {
  const values = armValues(experiment, arm);
  const params = armParams(values)
    .filter((param) => armGroupOf(param) === group)
    .filter((param) => isChoice(param) && !isIdle(param.key, values));
  const more = params.filter(isSeldom);
  const changed = more.some((param) => values[param.key] !== param.default);
  const [opened, setOpened] = useState<boolean>();
  // What is not as usual stands in sight, until a person says otherwise.
  const open = opened ?? changed;
  return (
    <section className="group" aria-label={`${group} settings`}>
      <div className="group-head">
        <h2 className="group-title">{group}</h2>
        {more.length > 0 && (
          <button
            type="button"
            className="text-button group-more"
            aria-expanded={open}
            onClick={() => setOpened(!open)}
          >
            {open ? 'fewer' : `${more.length} more`}
          </button>
        )}
      </div>
      {params
        .filter((param) => open || !isSeldom(param))
        .map((param) => (
          <Control
            key={param.key}
            param={param}
            value={values[param.key] ?? param.default}
            ownership={ownershipOf(experiment, arm, param, () => onTakeBack(param.key))}
            because={unusable(param, values)}
            onChange={(value, settled) => onChange(param.key, value, settled)}
          />
        ))}
      {children}
    </section>
  );
}

/** A choice of one is none. */
const isChoice = (param: Param): boolean => param.kind !== 'choice' || param.options.length > 1;

/** Why another setting leaves this one without effect; undefined where it has one. */
function unusable({ key }: Param, values: Settings): string | undefined {
  if (key === 'sw2') {
    const entry = entryOf('init', values);
    return entry?.fixesVariance ? `set by ${entry.label.split(',')[0] ?? ''}` : undefined;
  }
  return key === 'sb2' && values.bias === false ? 'no biases' : undefined;
}
