import type { NumberParam, Param, Value } from '../../nn/Settings.ts';
import { NewSeedButton } from './NewSeedButton.tsx';
import { NumberField } from './NumberField.tsx';
import type { Ownership } from './Ownership.ts';
import { Row } from './Row.tsx';
import { Select } from './Select.tsx';
import { Slider } from './Slider.tsx';
import { TextField } from './TextField.tsx';

interface ControlProps {
  readonly param: Param;
  readonly value: Value;
  readonly ownership?: Ownership | undefined;
  /** Why this cannot be set now; it then stands in the control's place. */
  readonly because?: string | undefined;
  /** What explains why the present text cannot be used, by its id. */
  readonly complaintId?: string | undefined;
  /** `settled` is false while a gesture goes on, and true when it ends. */
  readonly onChange: (value: Value, settled: boolean) => void;
}

/** The control that a parameter asks for by its kind. */
export function Control({ param, value, complaintId, onChange, ...about }: ControlProps) {
  return (
    <Row param={param} {...about}>
      {(labelId) => {
        switch (param.kind) {
          case 'number':
            return (
              <>
                {param.key === 'seed' ? (
                  // A seed is drawn, not tuned.
                  <NewSeedButton onClick={() => onChange(nextSeed(Number(value), param), true)} />
                ) : (
                  <Slider
                    param={param}
                    value={Number(value)}
                    labelledBy={labelId}
                    onChange={onChange}
                  />
                )}
                <NumberField
                  param={param}
                  value={Number(value)}
                  labelledBy={labelId}
                  onChange={(next) => onChange(next, true)}
                />
              </>
            );
          case 'choice':
            return (
              <Select
                param={param}
                value={String(value)}
                labelledBy={labelId}
                onChange={(next) => onChange(next, true)}
              />
            );
          case 'switch':
            return (
              <input
                className="switch"
                type="checkbox"
                role="switch"
                checked={value === true}
                aria-labelledby={labelId}
                onChange={(event) => onChange(event.currentTarget.checked, true)}
              />
            );
          case 'text':
            return (
              <TextField
                param={param}
                value={String(value)}
                labelledBy={labelId}
                complaintId={complaintId}
                onChange={(next) => onChange(next, true)}
              />
            );
        }
      }}
    </Row>
  );
}

const nextSeed = (seed: number, { min, max }: NumberParam): number => (seed < max ? seed + 1 : min);
