import './app/theme.css';
import './app/base.css';
import './app/layout.css';
import './app/bar.css';
import './app/footer.css';
import './app/notices.css';
import './app/inputs.css';
import './app/controls.css';
import './app/frame.css';
import './app/dialog.css';
import './app/narrow.css';
// First of all code, so that the engine loads while the rest of the page is read.
import { createWorker } from './app/createWorker.ts';
import { mount } from './app/mount.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
mount(root, createWorker);
