import { expect, test as base } from '@playwright/test';

interface Quiet {
  /** What a test provokes on purpose, and may therefore be heard. */
  readonly expectedNoise: readonly RegExp[];
  readonly quiet: undefined;
}

/**
 * Playwright's `test`, in which a page that writes an error or a warning to the console, or throws, fails its test.
 * Workers write to the same console.
 */
export const test = base.extend<Quiet>({
  expectedNoise: [[], { option: true }],
  quiet: [
    async ({ context, expectedNoise }, use) => {
      const heard: string[] = [];
      const hear = (text: string): void => {
        if (!expectedNoise.some((pattern) => pattern.test(text))) heard.push(text);
      };
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) hear(message.text());
      });
      context.on('weberror', (error) => hear(error.error().message));
      await use(undefined);
      expect(heard, 'what the page wrote to the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
