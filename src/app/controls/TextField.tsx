import { useId, useState, type KeyboardEvent } from 'react';
import type { TextParam } from '../../nn/Settings.ts';
import { readText } from '../../spec/read.ts';

interface TextFieldProps {
  readonly param: TextParam;
  readonly value: string;
  readonly labelledBy: string;
  /** What explains why the present value cannot be used, by its id. */
  readonly complaintId?: string | undefined;
  readonly onChange: (value: string) => void;
}

/**
 * A line of text that can be typed over. Enter, Tab or a click elsewhere takes it; a text of no fixed form is taken even if it then
 * turns out that it cannot be used, so that it can be mended, and one of another form than asked for is explained below while the old
 * one stays. Escape drops what was typed. An empty line changes nothing where the text may not be empty.
 */
export function TextField({ param, value, labelledBy, complaintId, onChange }: TextFieldProps) {
  const [draft, setDraft] = useState<string>();
  const [refusal, setRefusal] = useState<{ readonly value: string; readonly words: string }>();
  const ownId = useId();
  const complaint = refusal?.value === value ? refusal.words : undefined;
  const explainedBy = complaint === undefined ? complaintId : ownId;

  const take = (): void => {
    const reading = draft === undefined ? undefined : readText(param, draft);
    const text = draft?.trim() ?? '';
    setDraft(undefined);
    if (reading?.valid && reading.value !== value) onChange(String(reading.value));
    if (reading?.valid === false && text !== '')
      setRefusal({ value, words: `That is ${reading.why}; still “${value}”.` });
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
        className="text-field"
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={param.maxLength}
        value={draft ?? value}
        title={value}
        aria-labelledby={labelledBy}
        aria-invalid={explainedBy !== undefined}
        aria-describedby={explainedBy}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefusal(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={take}
      />
      {complaint !== undefined && (
        <p className="complaint" id={ownId} role="alert">
          {complaint}
        </p>
      )}
    </>
  );
}
