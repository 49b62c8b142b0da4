// Looks at public pages as phones and desktops show them, light and dark, and checks that they can be read, by everybody.
//
//   node pages.js SITE PICTURES [NAME…]
//
// SITE: folder as `jcacop pages preview` or `pages write` makes it; PICTURES: folder for the PNGs; NAME: only files that end so (fr/index.html).
// Each page is looked at in all four views; HTML, links and calendars are checked besides. Pictures are made of all pages on a light phone, and of English
// and Arabic ones in every view; JCACOP_TEST_PICTURES=all makes all, =no none. Ends with 1 where something is wrong.

import { mkdir, readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { openBrowser } from './browser.js';
import { checkCalendar } from './calendar.js';
import { checkLayout } from './layout.js';

const [site, pictures, ...names] = process.argv.slice(2);
if (!pictures) {
  console.error('usage: node pages.js SITE PICTURES [NAME…]');
  process.exit(2);
}
const views = [['phone', 360, 'light'], ['phone', 360, 'dark'], ['desktop', 1280, 'light'], ['desktop', 1280, 'dark']];
const pictured = {
  all: () => true,
  some: (file, view) => view === 'phone-light' || /(^|\/)(en|ar)\//.test(file) || !/\/..\//.test(file),
  no: () => false,
}[process.env.JCACOP_TEST_PICTURES ?? 'some'];

const all = (await readdir(site, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  .map(entry => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/')).filter(file => !file.startsWith('.')).sort();
const wanted = file => names.length === 0 || names.some(name => file.endsWith(name));
const pages = all.filter(file => file.endsWith('.html') && wanted(file));
const calendars = all.filter(file => file.endsWith('.ics') && wanted(file));
if (pages.length === 0) {
  console.error(`no pages in ${site}`);
  process.exit(2);
}
await mkdir(pictures, { recursive: true });

// Titles tell meeting and day and may be long; the style sheet lies beside the pages and needs no hash.
const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended', 'html-validate:document'], rules: { 'long-title': 'off', 'require-sri': 'off', 'no-trailing-whitespace': 'off' } });
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wrong = new Map([...pages, ...calendars].map(file => [file, new Set()]));
const anchors = new Map();
const links = [];

const browser = await openBrowser();
try {
  const looks = [];
  for (const [device, width, scheme] of views) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, offline: true, bypassCSP: true });
    looks.push({ view: `${device}-${scheme}`, page: await context.newPage() });
  }
  for (const file of pages) {
    const told = wrong.get(file);
    const html = await readFile(join(site, file), 'utf8');
    for (const { messages } of (await validator.validateString(html, file)).results)
      for (const { line, message, ruleId } of messages) told.add(`html ${line}: ${message} (${ruleId})`);
    if (/<script|\son[a-z]+=|style=/i.test(html)) told.add('holds a script or a style of its own');
    await Promise.all(looks.map(async ({ view, page }) => {
      await page.goto(pathToFileURL(join(site, file)).href, { waitUntil: 'load' });
      for (const one of await page.evaluate(checkLayout)) told.add(`${view}: ${one}`);
      for (const one of await page.evaluate(checkDirection)) told.add(`${view}: ${one}`);
      // What axe looks at beside colours is the same in all views.
      if (view === 'phone-light' || (view === 'desktop-dark' && /(^|\/)(en|ar)\//.test(file))) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        for (const { id, help, nodes } of violations) told.add(`${view}: ${help} (${id}): ${nodes[0].html.slice(0, 90)}`);
      }
      if (pictured(file, view)) await page.screenshot({ path: join(pictures, `${file.replaceAll('/', '_').replace(/html$/, '')}${view}.png`), fullPage: true });
    }));
    anchors.set(file, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1])));
    for (const [, href] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) links.push([file, href.replaceAll('&amp;', '&')]);
  }
} finally {
  await browser.close();
}

for (const [file, href] of links) {
  if (/^(https?|mailto):/.test(href)) continue;
  const [path, anchor] = href.split('#');
  const target = path ? posix.normalize(posix.join(posix.dirname(file), path)) : file;
  if (!all.includes(target)) wrong.get(file).add(`links to ${href}, which is not there`);
  else if (anchor && anchors.has(target) && !anchors.get(target).has(anchor)) wrong.get(file).add(`links to ${href}, where nothing has that id`);
}
for (const file of calendars) for (const one of checkCalendar(await readFile(join(site, file)))) wrong.get(file).add(one);

let failed = 0;
for (const [file, told] of wrong) {
  if (told.size === 0) continue;
  failed++;
  console.log(`${file}\n${[...told].map(one => `  ${one}\n`).join('')}`);
}
console.log(`${wrong.size - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

// Runs inside the page: texts begin at the side from which their language is read.
function checkDirection() {
  const right = document.documentElement.dir === 'rtl';
  const main = document.querySelector('main');
  const told = [];
  if (getComputedStyle(main).direction !== document.documentElement.dir) told.push('direction of the page');
  if (main.classList.contains('start')) return told;
  for (const heading of main.querySelectorAll('h1, h2')) {
    const range = document.createRange();
    range.selectNodeContents(heading);
    const lines = [...range.getClientRects()].filter(line => line.width > 0);
    const box = heading.getBoundingClientRect();
    const gap = right ? box.right - Math.max(...lines.map(line => line.right)) : Math.min(...lines.map(line => line.left)) - box.left;
    if (gap > 2) told.push(`starts ${Math.round(gap)} px from the ${right ? 'right' : 'left'}: “${heading.textContent.trim()}”`);
  }
  return told;
}
