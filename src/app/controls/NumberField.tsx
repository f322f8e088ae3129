import { useId, useState, type KeyboardEvent } from 'react';
import type { NumberParam } from '../../nn/Settings.ts';
import { briefNumber, readNumber } from './readNumber.ts';

interface NumberFieldProps {
  readonly param: NumberParam;
  readonly value: number;
  readonly labelledBy: string;
  readonly onChange: (value: number) => void;
}

/**
 * A number as text that can be typed over. Enter, Tab or a click elsewhere takes it; what cannot be taken is explained
 * below and the old value stays; Escape drops what was typed.
 */
export function NumberField({ param, value, labelledBy, onChange }: NumberFieldProps) {
  const [draft, setDraft] = useState<string>();
  const [refusal, setRefusal] = useState<{ readonly value: number; readonly words: string }>();
  const complaintId = useId();
  const complaint = refusal?.value === value ? refusal.words : undefined;

  const take = (): void => {
    if (draft === undefined) return;
    setDraft(undefined);
    const entry = readNumber(draft, param);
    if (!entry.ok) setRefusal({ value, words: `${entry.reason}; still ${briefNumber(value)}.` });
    else if (entry.value !== value) onChange(entry.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') take();
    if (event.key === 'Escape' && draft !== undefined) {
      setDraft(undefined);
      event.stopPropagation();
    }
  };

  return (
    <>
      <input
        className="number-field"
        type="text"
        inputMode={param.integer === true && param.min >= 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? briefNumber(value)}
        aria-labelledby={labelledBy}
        aria-invalid={complaint !== undefined}
        aria-describedby={complaint === undefined ? undefined : complaintId}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefusal(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={take}
      />
      {complaint !== undefined && (
        <p className="complaint" id={complaintId} role="alert">
          {complaint}
        </p>
      )}
    </>
  );
}
