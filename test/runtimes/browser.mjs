import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where the system's Chromium is, or would be: Debian's package `chromium`, or what CHROMIUM_PATH says. */
export const browserPath =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  ) ??
  '/usr/bin/chromium';

/** Headless, and without what a browser asks of the network by itself. */
export function openBrowser() {
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
