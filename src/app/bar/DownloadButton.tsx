import { useRef, useState } from 'react';
import { Dialog } from '../Dialog.tsx';
import { Icon } from '../Icon.tsx';

/** Computes the whole run as a file, telling how much is done (0 to 1); rejects with a sentence, or when called off. */
export type Archive = (options: {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}) => Promise<Uint8Array<ArrayBuffer>>;

interface DownloadButtonProps {
  readonly archive: Archive;
  readonly fileName: () => string;
}

/** Saves all numbers of the experiment as an .npz file, computed anew from the start; a second click calls it off. */
export function DownloadButton({ archive, fileName }: DownloadButtonProps) {
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const controller = useRef<AbortController>(undefined);

  const start = async (): Promise<void> => {
    const { signal } = (controller.current = new AbortController());
    const name = fileName();
    setDone(0);
    try {
      save(await archive({ onProgress: setDone, signal }), name);
    } catch (error) {
      if (!signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setDone(undefined);
    }
  };
  return (
    <>
      {done === undefined ? (
        <button
          type="button"
          className="button download-button"
          onClick={() => void start()}
          title="Compute the whole experiment and save all its numbers as an .npz file for NumPy"
        >
          <Icon name="download" />
          <span className="bar-text">Download</span>
        </button>
      ) : (
        <button
          type="button"
          className="button download-button"
          onClick={() => controller.current?.abort()}
          aria-label={`Cancel the download, ${Math.round(100 * done)} % computed`}
          title="Cancel the download"
        >
          <Icon name="close" />
          {Math.round(100 * done)} %
        </button>
      )}
      {failure !== undefined && (
        <Dialog title="The file could not be made" onClose={() => setFailure(undefined)}>
          <p>{failure}</p>
        </Dialog>
      )}
    </>
  );
}

function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
