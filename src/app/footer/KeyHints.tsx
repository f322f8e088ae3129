/** The keys that are worth knowing; the rest is behind the question mark. */
export function KeyHints({ onKeys }: { readonly onKeys: () => void }) {
  return (
    <span className="key-hints">
      <kbd>space</kbd> run <kbd>←</kbd> <kbd>→</kbd> step <kbd>R</kbd> restart <kbd>V</kbd> view{' '}
      <kbd>1</kbd>–<kbd>4</kbd> enlarge{' '}
      <button type="button" className="text-button" onClick={onKeys}>
        <kbd>?</kbd> keys
      </button>
    </span>
  );
}
