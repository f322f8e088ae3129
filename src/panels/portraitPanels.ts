import './harmonics/harmonics.css';
import './layers/layers.css';
import './network/network.css';
import './profile/profile.css';
import { harmonicsPanel } from './harmonics/harmonicsPanel.tsx';
import { layersPanel } from './layers/layersPanel.tsx';
import { networkPanel } from './network/networkPanel.tsx';
import type { PanelDefinition } from './Panel.ts';
import { profilePanel } from './profile/profilePanel.tsx';

/** Every picture of what a network is before it trains, in the order of the page. They are loaded when first asked for. */
export const portraitPanels: readonly PanelDefinition[] = [
  networkPanel,
  layersPanel,
  profilePanel,
  harmonicsPanel,
];
