import type { Theme } from '../state/View.ts';
import { useMedia } from './useMedia.ts';

/** Whether the page is dark, by choice or as the system has it. */
export function useDark(theme: Theme): boolean {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? systemIsDark : theme === 'dark';
}
