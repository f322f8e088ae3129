import { safeParse } from 'valibot';
import type { Param, Value } from '../nn/Settings.ts';
import { schemaOf, textSchemaOf } from './schemaOf.ts';

/** A value that may be used, or why it may not, as the rest of the sentence "net.width=9999 is …". */
export type Reading =
  { readonly valid: true; readonly value: Value } | { readonly valid: false; readonly why: string };

/** What a text means for a parameter. */
export const readText = (param: Param, text: string): Reading =>
  reading(safeParse(textSchemaOf(param), text, { abortEarly: true, abortPipeEarly: true }));

/** Whether a parameter may have this value. */
export const readValue = (param: Param, value: unknown): Reading =>
  reading(safeParse(schemaOf(param), value, { abortEarly: true, abortPipeEarly: true }));

const reading = (parsed: ReturnType<typeof safeParse<ReturnType<typeof schemaOf>>>): Reading =>
  parsed.success
    ? { valid: true, value: parsed.output }
    : { valid: false, why: parsed.issues[0].message };

/** A value as links and sentences write it: `on` and `off` for a switch, the shortest exact form for a number. */
export const textOf = (value: Value): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
