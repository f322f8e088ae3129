import { Icon } from '../Icon.tsx';

/** Moves on to the next seed, so that what hangs on the luck of the draw shows, and can be shown again. */
export function NewSeedButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button
      type="button"
      className="text-button new-seed"
      onClick={onClick}
      title="The next seed: other samples, other weights"
    >
      <Icon name="dice" /> new seed
    </button>
  );
}
