import type { ReactNode } from 'react';
import type { Value } from '../../nn/Settings.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import { sharedParams } from '../../spec/params.ts';
import { outputsOf } from '../../spec/outputsOf.ts';
import { armValues, sharedValues } from '../../spec/values.ts';
import { Control } from './Control.tsx';
import { Group } from './Group.tsx';
import { sharedGroupOf, type SharedGroup } from './groups.ts';
import { unusableByAll } from './unusable.ts';

interface SharedControlsProps {
  readonly experiment: Experiment;
  readonly group: SharedGroup;
  /** Whether samples belong to classes, if that is known. */
  readonly classes?: boolean | undefined;
  readonly onChange: (key: string, value: Value, settled: boolean) => void;
  readonly children?: ReactNode;
}

/** A heading with the controls under it for what all networks share. */
export function SharedControls({
  experiment,
  group,
  classes,
  onChange,
  children,
}: SharedControlsProps) {
  const values = sharedValues(experiment);
  const arms = experiment.arms.map((_, index) => armValues(experiment, index));
  const single = outputsOf(values) === 1;
  const params = sharedParams(experiment.shared)
    .filter((param) => sharedGroupOf(param) === group)
    // With one output both forms of the kernel are the same.
    .filter(({ key }) => !(single && key === 'kernel'));
  return (
    <Group
      title={group}
      params={params}
      values={values}
      control={(param) => (
        <Control
          key={param.key}
          param={param}
          value={values[param.key] ?? param.default}
          because={unusableByAll(param, { arms, classes })}
          onChange={(value, settled) => onChange(param.key, value, settled)}
        />
      )}
    >
      {children}
    </Group>
  );
}
