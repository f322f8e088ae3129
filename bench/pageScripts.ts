import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/**
 * The scripts of a built site that its page itself may load, as paths such as `assets/index.js`: those that index.html
 * names and whatever they import, at once or later. What only workers load is not among them.
 */
export async function pageScripts(folder: string): Promise<readonly string[]> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const found = new Set(
    [...html.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g)].map(([, path]) => path!),
  );
  // A set that grows while it is walked through is walked to its end.
  for (const path of found) {
    const code = await readFile(join(folder, path), 'utf8');
    for (const [, specifier] of code.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g))
      found.add(posix.join(posix.dirname(path), specifier!));
  }
  return [...found];
}
