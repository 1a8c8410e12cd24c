// Connections that are open and ask hardly anything, as browsers that somebody left open do.
import net from 'node:net';

const EVERY = 15_000; // ms; the portal ends a connection that was silent for 30 s

// Opens `count` connections to a local port, each of which has had one answer → close(), which ends them all.
export async function holdIdle(port, path, count) {
  const ask = (socket) => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\n\r\n`);
  const sockets = [];
  for (let first = 0; first < count; first += 100) {
    const some = await Promise.all(Array.from({ length: Math.min(100, count - first) }, () => open(port, ask)));
    sockets.push(...some);
  }
  const timer = setInterval(() => sockets.forEach(ask), EVERY);
  return () => {
    clearInterval(timer);
    if (sockets.some((socket) => socket.destroyed)) throw new Error('the server ended idle connections');
    sockets.forEach((socket) => socket.destroy());
  };
}

function open(port, ask) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => ask(socket));
    socket.on('error', reject).on('data', () => resolve(socket));
  });
}
