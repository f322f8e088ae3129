import { backendIds } from '../spec/Result.ts';
import { sheets, themes, type View } from './View.ts';

/** What the query part of the address asks of the view, and what in it could not be used, in sentences. */
export interface QueryReading {
  readonly view: Partial<View>;
  readonly problems: readonly string[];
}

/** Reads `?backend=webgpu`, `?theme=dark` and `?view=network`, which belong to a machine and a room, not to the experiment. */
export function readQuery(search: string): QueryReading {
  const query = new URLSearchParams(search);
  const backend = choice(query, 'backend', backendIds);
  const theme = choice(query, 'theme', themes);
  const sheet = choice(query, 'view', sheets);
  return {
    view: {
      ...(backend.value === undefined ? {} : { backend: backend.value }),
      ...(theme.value === undefined ? {} : { theme: theme.value }),
      ...(sheet.value === undefined ? {} : { sheet: sheet.value }),
    },
    problems: [...backend.problems, ...theme.problems, ...sheet.problems],
  };
}

function choice<T extends string>(query: URLSearchParams, key: string, known: readonly T[]) {
  const text = query.get(key);
  const value = known.find((candidate) => candidate === text?.toLowerCase());
  const problem = `?${key}=${text?.slice(0, 40) ?? ''} is not among ${known.join(' | ')} and is ignored.`;
  return { value, problems: text === null || value !== undefined ? [] : [problem] };
}
