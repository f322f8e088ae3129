import { backendIds } from '../spec/Result.ts';
import { sheets, themes, type View } from './View.ts';

/** What the query part of the address asks of the view, and what in it could not be used, in sentences. */
export interface QueryReading {
  readonly view: Partial<View>;
  readonly problems: readonly string[];
}

/**
 * Reads `?backend=webgpu`, `?theme=dark`, `?view=network` and options of panels (`?weights=singular`), which belong to a
 * machine and a room, not to the experiment. Options are taken as they are: only panels know their own.
 */
export function readQuery(search: string): QueryReading {
  const query = new URLSearchParams(search);
  const take = <T extends string>(key: string, known: readonly T[]) => {
    const reading = choice(query, key, known);
    query.delete(key);
    return reading;
  };
  const backend = take('backend', backendIds);
  const theme = take('theme', themes);
  const sheet = take('view', sheets);
  const options = Object.fromEntries([...query].map(([key, text]) => [key, text.toLowerCase()]));
  return {
    view: {
      ...(backend.value === undefined ? {} : { backend: backend.value }),
      ...(theme.value === undefined ? {} : { theme: theme.value }),
      ...(sheet.value === undefined ? {} : { sheet: sheet.value }),
      ...(query.size > 0 && { options }),
    },
    problems: [...backend.problems, ...theme.problems, ...sheet.problems],
  };
}

function choice<T extends string>(query: URLSearchParams, key: string, known: readonly T[]) {
  const text = query.get(key);
  const value = known.find((candidate) => candidate === text?.toLowerCase());
  return {
    value,
    problems: text === null || value !== undefined ? [] : [unknownChoice(key, text, known)],
  };
}

/** Says that a choice in the query is not among those that there are, or that there are none. */
export const unknownChoice = (key: string, text: string, known: readonly string[]): string =>
  known.length === 0
    ? `?${key}=${text.slice(0, 40)} is ignored: there is nothing to choose.`
    : `?${key}=${text.slice(0, 40)} is not among ${known.join(' | ')} and is ignored.`;
