// As much of CSS as the lints need: every declaration with the rule it stands in.

// → [{at, selector, property, value, line}]; `at` are the at-rules around it, outermost first. Statements such as @import come with
// their name as property.
export function declarations(text) {
  const plain = text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const found = [];
  const open = [];
  let begin = 0;
  for (let i = 0; i < plain.length; ++i) {
    const ends = plain[i] === ';' || plain[i] === '}';
    if (plain[i] === '"' || plain[i] === "'") i = plain.indexOf(plain[i], i + 1);
    else if (plain[i] === '(' ) i = closing(plain, i);
    else if (plain[i] === '{') open.push(plain.slice(begin, i).trim());
    else if (ends && plain.slice(begin, i).trim()) found.push(declaration(plain, begin, i, open));
    if (plain[i] === '}') open.pop();
    if (ends || plain[i] === '{') begin = i + 1;
  }
  return found;
}

function declaration(plain, begin, end, open) {
  const part = plain.slice(begin, end);
  const text = part.trim();
  const line = plain.slice(0, begin + part.search(/\S/)).split('\n').length;
  const [, property, value] = text.match(/^(@?[\w-]+)\s*:?\s*([^]*)$/) ?? [text, text, ''];
  const rules = open.filter((head) => !head.startsWith('@'));
  return { at: open.filter((head) => head.startsWith('@')), selector: rules.join(' { '), nested: rules.length > 1, property, value, line };
}

function closing(text, from) {
  let depth = 0;
  for (let i = from; i < text.length; ++i) {
    if (text[i] === '(') ++depth;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}
