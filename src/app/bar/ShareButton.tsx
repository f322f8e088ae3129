import { useEffect, useState } from 'react';
import { Dialog } from '../Dialog.tsx';
import { Icon } from '../Icon.tsx';

/** Copies the page's address, which holds the whole experiment, and says so; shows it where copying is not allowed. */
export function ShareButton({ link }: { readonly link: () => string }) {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string>();

  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = (): void => {
    const text = link();
    copyText(text).then(
      () => setCopied(true),
      () => setShown(text),
    );
  };
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={copy}
        title="Copy a link to this experiment"
      >
        <Icon name="share" />
        <span className="bar-text share-text">{copied ? 'Copied' : 'Share'}</span>
      </button>
      <span role="status" className="visually-hidden">
        {copied ? 'The link is copied.' : ''}
      </span>
      {shown !== undefined && (
        <Dialog title="Link to this experiment" onClose={() => setShown(undefined)}>
          <p>The browser did not allow copying. Here it is:</p>
          <input
            className="link-field"
            readOnly
            value={shown}
            aria-label="Link"
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      )}
    </>
  );
}

/** Rejects where the page is not served securely or the person does not allow it. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
