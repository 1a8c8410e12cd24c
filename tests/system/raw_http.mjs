// Sends bytes as they are over a socket of its own and reads what comes back: for what no HTTP library would send.
import { once } from 'node:events';
import net from 'node:net';

// A connection to "host:port". A server that resets it has ended it, and what it sent before is kept.
export async function connect(address) {
  const at = address.lastIndexOf(':');
  const socket = net.connect({ host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) });
  const parts = [];
  let ended = false;
  let wake = () => {};
  socket.on('data', (part) => (parts.push(part), wake()));
  socket.on('error', () => {});
  socket.on('end', () => ((ended = true), wake()));
  socket.on('close', () => ((ended = true), wake()));
  await once(socket, 'connect');
  const text = () => Buffer.concat(parts).toString('latin1');

  // Waits until `enough(answers, ended)` says so, and throws if it does not within the time.
  const until = async (enough, seconds) => {
    const end = Date.now() + seconds * 1000;
    while (!enough(splitAnswers(text()), ended)) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`no such answer within ${seconds} s; received: ${JSON.stringify(text().slice(0, 500))}`);
      let timer;
      await Promise.race([new Promise((resolve) => (wake = resolve)), new Promise((resolve) => (timer = setTimeout(resolve, left)))]);
      clearTimeout(timer);
    }
    return splitAnswers(text());
  };
  return {
    send: (bytes) => void socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
    answers: (count, seconds = 20) => until((answers, over) => answers.length >= count || over, seconds),
    end: (seconds = 20) => until((_, over) => over, seconds),
    text,
    destroy: () => socket.destroy(),
  };
}

// The whole answers in a text: [{status, head, body}]. A 304 and an answer to HEAD have no body whatever their length says; HEAD is
// told by `headOnly`.
export function splitAnswers(text, headOnly = false) {
  const answers = [];
  for (let at = 0; ; ) {
    const end = text.indexOf('\r\n\r\n', at);
    if (end < 0) return answers;
    const head = text.slice(at, end + 4);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? NaN);
    const length = headOnly || status === 304 ? 0 : Number(header(head, 'content-length') ?? 0);
    if (text.length < end + 4 + length) return answers;
    answers.push({ status, head, body: text.slice(end + 4, end + 4 + length) });
    at = end + 4 + length;
  }
}

export function header(head, name) {
  return new RegExp(`^${name}:[ \\t]*(.*?)\\r$`, 'im').exec(head)?.[1];
}
