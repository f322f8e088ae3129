import { setView } from '../state/lab.ts';
import type { Sheet } from '../state/View.ts';

/** Shows all panels of a set. */
export const showSheet = (sheet: Sheet): void => setView({ sheet, enlarged: undefined });
