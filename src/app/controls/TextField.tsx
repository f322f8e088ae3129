import { useState, type KeyboardEvent } from 'react';
import type { TextParam } from '../../nn/Settings.ts';

interface TextFieldProps {
  readonly param: TextParam;
  readonly value: string;
  readonly labelledBy: string;
  /** What explains why the present value cannot be used, by its id. */
  readonly complaintId?: string | undefined;
  readonly onChange: (value: string) => void;
}

/**
 * A line of text that can be typed over. Enter, Tab or a click elsewhere takes it, even if it then turns out that it cannot be
 * used, so that it can be mended; Escape drops what was typed. An empty line changes nothing.
 */
export function TextField({ param, value, labelledBy, complaintId, onChange }: TextFieldProps) {
  const [draft, setDraft] = useState<string>();
  const take = (): void => {
    const text = draft?.trim() ?? '';
    setDraft(undefined);
    if (text !== '' && text !== value) onChange(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') take();
    if (event.key === 'Escape' && draft !== undefined) {
      setDraft(undefined);
      event.stopPropagation();
    }
  };
  return (
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
      aria-invalid={complaintId !== undefined}
      aria-describedby={complaintId}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={take}
    />
  );
}
