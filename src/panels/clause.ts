/** A sentence as it stands within another: without its capital, unless that belongs to a name such as ZerO, and its full stop. */
export function clause(sentence: string): string {
  const [word = ''] = sentence.split(' ');
  const start = /^[A-Z][^A-Z]*$/u.test(word) ? word.toLowerCase() : word;
  return start + sentence.slice(word.length).replace(/\.$/u, '');
}
