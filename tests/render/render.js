// Renders letters as phones and desktops show them, light and dark, and checks that they can be read.
//
//   node render.js LETTERS PICTURES [NAME…]
//
// LETTERS: folder with NAME.xx.html as `jcacop letter preview` writes them; PICTURES: folder for the PNGs; NAME: only these.
// Looks at every letter in all four views. Pictures are made of all letters on a light phone, and of English and Arabic ones in every view;
// JCACOP_TEST_PICTURES=all makes all, =no none. JCACOP_TEST_CHROMIUM names the browser. Ends with 1 where something is wrong.

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './browser.js';
import { checkLayout } from './layout.js';
import { checkSource } from './source.js';

const [letters, pictures, ...names] = process.argv.slice(2);
if (!pictures) {
  console.error('usage: node render.js LETTERS PICTURES [NAME…]');
  process.exit(2);
}
const widths = { phone: 375, desktop: 1024 };
const schemes = ['light', 'dark'];
const pictured = {
  all: () => true,
  some: (language, view) => view === 'phone-light' || language === 'en' || language === 'ar',
  no: () => false,
}[process.env.JCACOP_TEST_PICTURES ?? 'some'];

const files = (await readdir(letters)).filter(file => file.endsWith('.html') && (names.length === 0 || names.includes(file.split('.')[0]))).sort();
if (files.length === 0) {
  console.error(`no letters in ${letters}`);
  process.exit(2);
}
await mkdir(pictures, { recursive: true });

const browser = await openBrowser();
let failed = 0;
try {
  const pages = [];
  for (const [device, width] of Object.entries(widths))
    for (const scheme of schemes) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, offline: true });
      pages.push({ view: `${device}-${scheme}`, page: await context.newPage() });
    }
  for (const file of files) {
    const html = await readFile(join(letters, file), 'utf8');
    const wrong = checkSource(html);
    await Promise.all(pages.map(async ({ view, page }) => {
      await page.setContent(html, { waitUntil: 'load' });
      for (const one of await page.evaluate(checkLayout)) wrong.push(`${view}: ${one}`);
      if (pictured(file.split('.')[1], view)) await page.screenshot({ path: join(pictures, file.replace(/html$/, `${view}.png`)), fullPage: true });
    }));
    if (wrong.length === 0) continue;
    failed++;
    console.log(`${file}\n${wrong.map(one => `  ${one}\n`).join('')}`);
  }
} finally {
  await browser.close();
}
console.log(`${files.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
