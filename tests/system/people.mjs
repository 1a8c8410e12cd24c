// Signs in to a demonstration → the Cookie header of the session.
export async function signIn(server, username) {
  const body = new URLSearchParams({ username, password: 'demo-sijian-2020' });
  const answer = await fetch(`${server.url}/login`, { method: 'POST', body, redirect: 'manual', headers: { origin: server.url } });
  if (answer.status !== 303) throw new Error(`${username} is not let in: ${answer.status}`);
  return answer.headers.get('set-cookie').split(';')[0];
}
