import './chart/chart.css';
import './kernel/kernel.css';
import { changePanel } from './change/changePanel.tsx';
import { kernelPanel } from './kernel/kernelPanel.tsx';
import type { PanelDefinition } from './Panel.ts';
import { spectrumPanel } from './spectrum/spectrumPanel.tsx';
import { trainingPanel } from './training/trainingPanel.tsx';

/** Every picture of the results, in the order of the page. */
export const panels: readonly PanelDefinition[] = [
  kernelPanel,
  spectrumPanel,
  trainingPanel,
  changePanel,
];
