import { describe, expect, it, vi } from 'vitest';
import { findBrowser } from './browser.mjs';

describe('findBrowser', () => {
  it('says so where CHROME_PATH names no browser', () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    expect(findBrowser).toThrow('CHROME_PATH is /nowhere/chrome, which is not a Chrome');
  });

  // Node answers --version like a browser, and is on every machine that runs this test.
  it('takes what CHROME_PATH names before all else', () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(findBrowser()).toBe(process.execPath);
  });
});
