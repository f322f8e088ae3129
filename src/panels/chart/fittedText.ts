/** About how wide bold small text is, in font sizes a character. */
const perLetter = 0.58;

/** Words cut off, with a sign of it, where they would be wider than so many pixels. */
export function fittedText(text: string, width: number, textSize: number): string {
  const most = Math.max(1, Math.floor(width / (perLetter * textSize)));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
