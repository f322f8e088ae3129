/** The key=value pairs of a link, decoded, and what could not be read, in sentences. */
export interface Pairs {
  readonly pairs: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/**
 * Takes a link apart; never throws. Takes a whole address, a hash or what follows the #; percent-escapes, also where a
 * mail program escaped the hash as a whole; and `&amp;` as HTML writes it. Of a key given twice the first counts.
 */
export function pairsOf(link: string): Pairs {
  const pairs = new Map<string, string>();
  const problems: string[] = [];
  for (const part of unwrapped(link).split('&')) {
    if (part.trim() === '') continue;
    const pair = pairOf(part);
    if (typeof pair === 'string') {
      problems.push(pair);
      continue;
    }
    const [key, value] = pair;
    const before = pairs.get(key);
    if (before === undefined) pairs.set(key, value);
    else {
      problems.push(
        `${shortened(key)} is given twice; the first value, ${shortened(before)}, is used.`,
      );
    }
  }
  return { pairs, problems };
}

/** A person's text as a sentence quotes it: its beginning, if it is long. */
export const shortened = (text: string): string =>
  text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text;

const mostQuoted = 40;

function unwrapped(link: string): string {
  const hash = link.slice(link.indexOf('#') + 1).replaceAll('&amp;', '&');
  return hash.includes('=') ? hash : (decoded(hash) ?? hash);
}

function pairOf(part: string): readonly [key: string, value: string] | string {
  const equals = part.indexOf('=');
  if (equals <= 0) return `“${shortened(part)}” is not of the form key=value and is ignored.`;
  const key = decoded(part.slice(0, equals));
  const value = decoded(part.slice(equals + 1));
  if (key === undefined || value === undefined)
    return `“${shortened(part)}” has a broken %-escape and is ignored.`;
  return [key.trim(), value.trim()];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
