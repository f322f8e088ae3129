import { expect, test as base } from '@playwright/test';

/**
 * Playwright's `test`, in which a page that writes an error or a warning to the console, or throws, fails its test.
 * Workers write to the same console.
 */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      const heard: string[] = [];
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) heard.push(message.text());
      });
      context.on('weberror', (error) => heard.push(error.error().message));
      await use(undefined);
      expect(heard, 'what the page wrote to the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
