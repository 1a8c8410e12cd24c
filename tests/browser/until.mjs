// Polls until a condition holds: for what a browser or a server does in its own time.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

export async function until(condition, what, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const result = await condition();
    if (result) return result;
    assert.ok(Date.now() < end, `waited in vain until ${what}`);
    await pause(25);
  }
}
