/** Text in which an underscore sets the letters after it below the line, as in λ_max or σ_w². */
export function Notation({ text }: { readonly text: string }) {
  return text
    .split(/_(\w+)/u)
    .map((part, place) => (place % 2 === 1 ? <sub key={place}>{part}</sub> : part));
}
