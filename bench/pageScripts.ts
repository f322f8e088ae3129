import { posix } from 'node:path';

/**
 * The scripts of a built site that its page itself may load, as paths such as `assets/index.js`: those that index.html
 * names and whatever they import, at once or later. What only workers load is not among them. `read` gives a file's text.
 */
export async function pageScripts(
  read: (path: string) => Promise<string>,
): Promise<readonly string[]> {
  const html = await read('index.html');
  const named = html.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g);
  const found = new Set(Array.from(named, ([, path]) => path!));
  // A set that grows while it is walked through is walked to its end.
  for (const path of found) {
    const code = await read(path);
    for (const [, specifier] of code.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g))
      found.add(posix.join(posix.dirname(path), specifier!));
  }
  return [...found];
}
