// A person at a browser window: the same hands for both browsers, which are driven by libraries of different times.
import assert from 'node:assert/strict';
import { SIZES } from './pages.mjs';
import { until } from './until.mjs';

export const DEMO_PASSWORD = 'demo-sijian-2020';

export class Person {
  constructor(window, url) {
    this.window = window;
    this.url = url;
    this.pages = 0;
    this.fields = 0;
  }

  static async open(browser, url, { size = SIZES[0], options } = {}) {
    return new Person(await browser.open(size, options), url);
  }

  static async signIn(browser, url, name, { password = DEMO_PASSWORD, ...how } = {}) {
    const person = await Person.open(browser, url, how);
    await person.signIn(name, password);
    return person;
  }

  async signIn(name, password = DEMO_PASSWORD) {
    await this.visit('/login');
    await this.type('[name=username]', name);
    await this.type('[name=password]', password);
    await this.press('main form button');
  }

  // By address, for a page that must be there and have nothing to complain of.
  async visit(path) {
    this.pages += 1;
    const { status, problems } = await this.window.visit(path.startsWith('http') ? path : this.url + path);
    assert.deepEqual({ status, problems }, { status: 200, problems: [] }, path);
  }

  // Types or chooses, as `fields` counts.
  type(selector, words) {
    this.fields += 1;
    return this.window.evaluate(([place, text]) => {
      const box = document.querySelector(place);
      if (!box) throw new Error('no ' + place + ' on ' + location.pathname);
      box.value = text;
      if (box.value !== text) throw new Error(place + ' does not take ' + text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }, [selector, words]);
  }

  // A radio button or a box to tick.
  choose(selector) {
    this.fields += 1;
    return this.click(selector);
  }

  text(selector) {
    return this.window.evaluate((place) => (document.querySelector(place) || { textContent: '' }).textContent, selector);
  }

  texts(selector) {
    return this.window.evaluate((place) => Array.from(document.querySelectorAll(place), (one) => one.textContent.trim()), selector);
  }

  value(selector) {
    return this.window.evaluate((place) => document.querySelector(place).value, selector);
  }

  path() {
    return this.window.evaluate(() => location.pathname + location.search);
  }

  click(selector) {
    return this.window.evaluate((place) => {
      const target = document.querySelector(place);
      if (!target) throw new Error('no ' + place + ' on ' + location.pathname);
      target.click();
    }, selector);
  }

  // Clicks and waits for the page that comes, which is silent, too.
  press(selector, status) {
    return this.toNextPage(() => this.click(selector), status);
  }

  // Likewise, by the words on a link or button.
  pressWords(words, { within = 'main', status } = {}) {
    return this.toNextPage(() => this.window.evaluate(([text, place]) => {
      const all = Array.from(document.querySelectorAll(place + ' a, ' + place + ' button'));
      const target = all.find((one) => one.textContent.replace(/\s+/g, '').includes(text));
      if (!target) throw new Error('nothing says ' + text + ' on ' + location.pathname);
      target.click();
    }, [words.replace(/\s+/g, ''), within]), status);
  }

  async toNextPage(act, status = 200) {
    this.pages += 1;
    await this.window.evaluate(() => { window.before = true; });
    await act();
    const arrived = () => this.window.evaluate(() => !window.before && document.readyState === 'complete').catch(() => false);
    await until(arrived, 'the next page is there');
    assert.deepEqual(this.window.taken(status), [], await this.path());
  }

  // What is tried beside the way that `pages` and `fields` count.
  async uncounted(act) {
    const { pages, fields } = this;
    await act();
    Object.assign(this, { pages, fields });
  }

  // Another tab comes to the front: what was typed is saved at once.
  hide() {
    return this.window.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }
}
