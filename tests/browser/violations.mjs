// What axe-core finds wrong with the page in a window, a line each.
import axe from 'axe-core';

// The script comes in past the page's Content-Security-Policy, which rightly lets no inline script in.
export async function violations(window) {
  await window.evaluate(axe.source);
  const found = await window.evaluate(() => window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }));
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
}
