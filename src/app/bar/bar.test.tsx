import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DownloadButton, type Archive } from './DownloadButton.tsx';
import { runWords } from './runWords.ts';
import { Scrubber } from './Scrubber.tsx';
import { ShareButton } from './ShareButton.tsx';
import { Transport } from './Transport.tsx';

const nothing = (): void => undefined;
const actions = { run: nothing, pause: nothing, step: nothing, stop: nothing, restart: nothing };

describe('the words of a run', () => {
  it('count its steps', () => {
    expect(runWords('running', 240)).toBe('Running 240 steps');
    expect(runWords('done', 1)).toBe('Done: 1 step');
  });
});

describe('the transport', () => {
  it.each(['starting', 'running'] as const)('can be paused and stopped while %s', (status) => {
    render(<Transport status={status} paused={false} actions={actions} />);

    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Stop' }).disabled).toBe(false);
  });

  it('offers to go on while a run that is to wait computes its start', () => {
    render(<Transport status="running" paused actions={actions} />);

    expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Stop' }).disabled).toBe(false);
  });

  it.each(['done', 'stopped', 'failed'] as const)('offers a new run when %s', (status) => {
    render(<Transport status={status} paused={false} actions={actions} />);

    expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Stop' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'One step' }).disabled).toBe(true);
  });
});

describe('the scrubber', () => {
  it('looks back, and follows the run again at its end', () => {
    const asked: (number | 'last')[] = [];
    render(<Scrubber at="last" known={120} steps={240} onChange={(at) => asked.push(at)} />);
    const slider = screen.getByRole<HTMLInputElement>('slider');

    expect(slider.getAttribute('aria-valuetext')).toBe('step 120 of 240');
    fireEvent.input(slider, { target: { value: '30' } });
    fireEvent.input(slider, { target: { value: '200' } });

    expect(asked).toEqual([30, 'last']);
  });

  it('rests where there are no steps', () => {
    render(<Scrubber at="last" known={0} steps={0} onChange={nothing} />);

    expect(screen.getByRole<HTMLInputElement>('slider').disabled).toBe(true);
  });
});

describe('the share button', () => {
  it('copies the link and says so', async () => {
    const user = userEvent.setup();
    render(<ShareButton link={() => 'https://example.org/#v=1'} />);
    await user.click(screen.getByRole('button'));

    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('The link is copied.');
    expect(await navigator.clipboard.readText()).toBe('https://example.org/#v=1');
  });
});

describe('the download button', () => {
  it('shows how much is done, and can be called off', async () => {
    let signal: AbortSignal | undefined;
    const archive: Archive = (options) => {
      signal = options.signal;
      options.onProgress(0.42);
      return new Promise((_, reject) =>
        options.signal.addEventListener('abort', () => reject(new Error('called off'))),
      );
    };
    render(<DownloadButton archive={archive} fileName={() => 'run.npz'} />);
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await userEvent.click(screen.getByRole('button', { name: /Cancel the download, 42 %/u }));

    expect(signal?.aborted).toBe(true);
    expect(await screen.findByRole('button', { name: 'Download' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says why there is no file', async () => {
    const archive: Archive = () => Promise.reject(new Error('It does not fit into memory.'));
    render(<DownloadButton archive={archive} fileName={() => 'run.npz'} />);
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));

    expect((await screen.findByRole('dialog')).textContent).toContain(
      'It does not fit into memory.',
    );
  });
});
