// Runs inside a page, in old browsers too: what can be measured of any page.
export function measure() {
  const root = document.documentElement;
  const scrolls = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== 'visible') return true;
    }
    return false;
  };
  const sticksOut = (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element);
  const describe = (element) => element.tagName.toLowerCase() + (element.className ? '.' + element.className : '');
  return {
    title: document.title,
    language: root.lang,
    headings: Array.from(document.querySelectorAll('h1'), (heading) => heading.innerText.trim()),
    landmarks: document.querySelectorAll('main').length,
    overflow: root.scrollWidth - root.clientWidth,
    wide: Array.from(document.querySelectorAll('body *')).filter(sticksOut).map(describe).slice(0, 5),
    broken: Array.from(document.querySelectorAll('.who a')).filter((name) => name.getClientRects().length > 1).map((name) => name.innerText),
    words: document.body.innerText.trim().length,
  };
}
