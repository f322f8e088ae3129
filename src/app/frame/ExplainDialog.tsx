import type { PanelExplanation } from '../../panels/Panel.ts';
import { Dialog } from '../Dialog.tsx';
import { Notation } from '../Notation.tsx';

interface ExplainDialogProps {
  readonly title: string;
  readonly explanation: PanelExplanation;
  /** What is shown at the moment, as the caption has it. */
  readonly caption: string;
  readonly onClose: () => void;
}

/** What am I looking at: two sentences, the formula, where it comes from, and what is shown at the moment. */
export function ExplainDialog({ title, explanation, caption, onClose }: ExplainDialogProps) {
  return (
    <Dialog title={`${title}: what am I looking at?`} onClose={onClose} className="explain-dialog">
      <p>{explanation.sentences.join(' ')}</p>
      <p className="formula">{explanation.formula}</p>
      <p className="source">{explanation.source}</p>
      <h3>At the moment</h3>
      <p>
        <Notation text={caption} />
      </p>
    </Dialog>
  );
}
