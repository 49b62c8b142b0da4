// The checks find what they are there for.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.js';
import { checkLayout } from './layout.js';
import { checkSource } from './source.js';

let browser;
let page;
before(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 800 } });
});
after(() => browser.close());

const letter = (content, card = 'dir="ltr" style="padding:14px;text-align:left"') => `<!DOCTYPE html><html><head><title>x</title></head><body style="margin:0">
<table width="100%" cellpadding="0" cellspacing="0"><tr><td class="card" ${card}>${content}</td></tr></table></body></html>`;

async function found(html) {
  await page.setContent(html);
  return (await page.evaluate(checkLayout)).join('\n');
}

test('a sound letter passes', async () => {
  const html = letter('<p style="margin:0">Dear <b>Sir</b></p>');
  assert.deepEqual(checkSource(html), []);
  assert.equal(await found(html), '');
});

for (const [what, content, told] of [
  ['a wide table', '<table width="600"><tr><td>x</td></tr></table>', /scrolls sideways: 6\d\d in 375/],
  ['a long word', `<p style="margin:0">${'x'.repeat(200)}</p>`, /scrolls sideways|runs out of its box/],
  ['clipped text', '<div style="overflow-x:hidden;width:50px">unbreakablewordthatislong</div>', /clipped/],
  ['tiny text', '<p style="margin:0;font-size:9px">small</p>', /text of 9 px/],
  ['pale text', '<p style="margin:0;color:#bbbbbb">pale</p>', /contrast 1\.9/],
  ['pale text on a box', '<div style="background:#0b4f86;color:#14532d">dark</div>', /contrast 1\./],
  ['a part pushed in', '<p style="margin:0 0 0 60px">far</p>', /starts 74 px from the left/],
]) test(`${what} is found`, async () => assert.match(await found(letter(content)), told));

test('Arabic at the left is found', async () => {
  assert.match(await found(letter('<p style="margin:0;text-align:left">مرحبا</p>', 'dir="rtl" style="padding:14px"')), /from the right/);
  assert.equal(await found(letter('<p style="margin:0">مرحبا</p>', 'dir="rtl" style="padding:14px"')), '');
});

for (const [what, html, told] of [
  ['an image', letter('<img src="https://example.org/x.png">'), /<img>.*<img src>/s],
  ['a link that runs', letter('<a href="javascript:1">x</a>'), /href="javascript/],
  ['a script', letter('<script>1</script>'), /<script>/],
  ['a background from elsewhere', letter('<p style="background:url(https://example.org)">x</p>'), /remote content/],
  ['a property of few clients', letter('<p style="position:absolute">x</p>'), /<p style="position">/],
  ['flex', letter('<p style="display:flex">x</p>'), /display:flex/],
  ['too long a letter', letter('x'.repeat(100_001)), /Gmail cuts/],
]) test(`${what} is found`, () => assert.match(checkSource(html).join('\n'), told));
