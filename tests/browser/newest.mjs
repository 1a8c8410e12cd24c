// The newest Chromium, as Debian has it, driven by playwright-core.
import { chromium } from 'playwright-core';
import { watch } from './watch.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export async function launchNewest() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  return {
    name: 'the newest Chromium',
    mark: 'newest',
    version: browser.version(),
    // A window of its own, without cache and cookies of others. `raw` is playwright's page.
    async open(size, options = {}) {
      const context = await browser.newContext({ viewport: { width: size.width, height: size.height }, locale: 'zh-CN', ...options });
      const raw = await context.newPage();
      const watched = watch();
      raw.on('console', (message) => watched.said(message.type(), message.text()));
      raw.on('pageerror', (error) => watched.said('exception', error.message));
      raw.on('request', (request) => watched.asked(request.url()));
      raw.on('requestfailed', (request) => watched.failed(request.url(), request.failure()?.errorText));
      raw.on('response', (response) => watched.answered(response.url(), response.status()));
      return {
        raw,
        visit: (url) => watched.visit(url, () => raw.goto(url, { waitUntil: 'load' })),
        taken: (status) => watched.taken(status),
        evaluate: (...words) => raw.evaluate(...words),
        screenshot: (path) => raw.screenshot({ path, fullPage: true }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
