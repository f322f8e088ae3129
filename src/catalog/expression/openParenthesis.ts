/** The place of the first parenthesis without a partner, counted from 0; undefined where all have one. */
export function openParenthesis(text: string): number | undefined {
  const open: number[] = [];
  for (let place = 0; place < text.length; place++) {
    if (text[place] === '(') open.push(place);
    else if (text[place] === ')' && open.pop() === undefined) return place;
  }
  return open.at(-1);
}
