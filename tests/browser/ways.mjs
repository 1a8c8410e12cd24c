// The ways in which a journey is walked: in both browsers, and with JavaScript off.
import { launchChromium69 } from './chromium69.mjs';
import { launchNewest } from './newest.mjs';

export const WAYS = [
  { name: 'the newest Chromium', launch: launchNewest, options: {} },
  { name: 'Chromium 69', launch: launchChromium69, options: {} },
  { name: 'JavaScript off', launch: launchNewest, options: { javaScriptEnabled: false } },
];
