import { useStore } from 'zustand';
import { lab, type Lab } from './lab.ts';

/** Part of the store, for a React component; it renders again when that part is another value. */
export const useLab = <T>(select: (state: Lab) => T): T => useStore(lab, select);
