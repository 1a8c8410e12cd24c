// What a browser says while it shows a page, and whom it asks. The same for every browser.
export function watch() {
  let home = '';
  let problems = [];
  return {
    said: (type, text) => problems.push({ type, text }),
    asked(url) {
      if (!url.startsWith(home) && !url.startsWith('data:')) problems.push({ type: 'outside', text: url });
    },
    failed: (url, reason) => problems.push({ type: 'failed', text: `${url} ${reason}` }),
    answered(url, status) {
      if (status >= 400) problems.push({ type: 'status', text: `${status} ${url}` });
    },
    // Everything that was wrong since it was last asked for, on pages that were reached by a click. One of them may have been
    // answered with an error, which the browser says, too.
    taken(status) {
      const foreign = problems.filter(({ type, text }) => status < 400 || !isOwn(type, text, status));
      problems = [];
      return foreign.map(({ type, text }) => `${type}: ${text}`);
    },
    // Goes there and resolves with the status and everything that was wrong meanwhile. A page whose own status is an error makes
    // the browser say so, in its network log and in its console; that is not a problem of the page.
    async visit(url, go) {
      home = new URL(url).origin + '/';
      problems = [];
      const answer = await go();
      const status = answer.status();
      const own = [`${status} ${answer.url()}`, `the server responded with a status of ${status}`];
      const foreign = status < 400 ? problems : problems.filter(({ text }) => !own.some((words) => text.includes(words)));
      return { status, problems: foreign.map(({ type, text }) => `${type}: ${text}`) };
    },
  };
}

const isOwn = (type, text, status) => (type === 'status' && text.startsWith(`${status} `)) ||
  (type === 'error' && text.includes(`the server responded with a status of ${status}`));
