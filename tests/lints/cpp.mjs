// As much of C++ as the lints need: which parts of a source are comments and strings, what it includes, how long its functions are.
import { lineAt } from './files.mjs';

const PIECES = /\/\/[^\n]*|\/\*[^]*?\*\/|R"([^\s()\\]{0,16})\([^]*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-zA-Z_])'(?:[^'\\\n]|\\.)+'/g;

// The source with comments blanked, and strings too unless they are wanted; lines stay where they were.
export function code(text, { strings = false } = {}) {
  return text.replace(PIECES, (piece) => (strings && !piece.startsWith('/') ? piece : blank(piece)));
}

export function stringsOf(text) {
  return [...text.matchAll(PIECES)].filter(([piece]) => /^R?"/.test(piece)).map((match) => ({ text: match[0], line: lineAt(text, match.index) }));
}

// [{name, system, line}] of every #include.
export function includes(text) {
  return [...code(text, { strings: true }).matchAll(/^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)")/gm)]
    .map((match) => ({ name: match[1] ?? match[2], system: match[1] !== undefined, line: lineAt(text, match.index) }));
}

// [{line, lines, head}] of every function that stands in a namespace or class: from the first line of its head to its last brace.
// Lambdas count as lines of the function around them. It follows braces and reads no types: good enough to measure by.
export function functions(text) {
  const plain = code(text).replace(/^[ \t]*#(?:[^\n]*\\\n)*[^\n]*/gm, blank);
  const found = [];
  const open = [];
  let begin = 0;
  for (let i = 0; i < plain.length; ++i) {
    const inBody = open.some(({ kind }) => kind !== 'scope');
    if (plain[i] === '{') {
      const head = plain.slice(begin, i).trim();
      open.push({ kind: inBody ? 'inner' : kindOf(head), from: begin + plain.slice(begin).search(/\S/), head });
      if (open.at(-1).kind === 'scope') begin = i + 1;
    } else if (plain[i] === '}') {
      const { kind, from, head } = open.pop();
      if (kind === 'function') {
        found.push({ line: lineAt(plain, from), lines: lineAt(plain, i) - lineAt(plain, from) + 1, head: head.replace(/\s+/g, ' ') });
      }
      if (kind !== 'inner' && kind !== 'value') begin = i + 1;
    } else if (plain[i] === ';' && !inBody) {
      begin = i + 1;
    }
  }
  return found;
}

// What an opening brace after this head begins, outside functions. A value is an initialiser: its head goes on after it.
function kindOf(head) {
  const words = head.replace(/^(?:(?:public|private|protected):\s*)+/, '').replace(/^template\s*<[^{;]*?>\s*(?=\w)/, '');
  if (/^(?:inline\s+)?namespace\b|^extern\s*$/.test(words)) return 'scope';
  if (/^(?:typedef\s+)?(?:class|struct|union)\b[^()=]*$/.test(words)) return 'scope';
  if (/^enum\b/.test(words)) return 'value';
  const initialisers = words.match(/\)\s*(?:noexcept\s*)?:\s*([^]*)$/);
  if (initialisers) return /[\w>]$/.test(initialisers[1]) ? 'value' : 'function';
  return /\)\s*(?:const|noexcept|override|final|&|mutable|\s)*(?:->\s*[\w:<>,&*\s]+)?$|\boperator\b.*$/.test(words) && !/=\s*$/.test(words) ? 'function' : 'value';
}

function blank(piece) {
  return piece.replace(/[^\n]/g, ' ');
}
