// The checks of pages find what they are there for.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const page = (main, head = '<meta name="viewport" content="width=device-width, initial-scale=1">', root = 'lang="en" dir="ltr"') => `<!DOCTYPE html>
<html ${root}>
<head>
<meta charset="utf-8">
${head}
<title>Sample</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>Sample</h1>
${main}
</main>
</body>
</html>
`;
const wrong = {
  'wide': [page('<p>text</p>\n<p class="wide">wide</p>'), /phone-light: scrolls sideways/],
  'pale': [page('<p class="pale">pale words</p>'), /contrast 1\.|color contrast/i],
  'broken-html': [page('<p>one<div>two</div></p>'), /html \d+: /],
  'dead-link': [page('<p><a href="nowhere.html">there</a></p>'), /links to nowhere\.html, which is not there/],
  'dead-anchor': [page('<p><a href="sound.html#none">there</a></p>'), /links to sound\.html#none, where nothing has that id/],
  'no-language': [page('<p>text</p>', undefined, 'dir="ltr"'), /lang/],
  'nameless-link': [page('<p><a href="sound.html"></a></p>'), /link/i],
  'script': [page('<p>text</p>\n<script>1</script>'), /holds a script/],
  'arabic-at-the-left': [page('<p>نص</p>', undefined, 'lang="ar" dir="rtl"').replace('<h1>Sample', '<h1 class="left">مثال'), /from the right/],
};

let site;
let told;
before(async () => {
  site = await mkdtemp(join(tmpdir(), 'jcacop-pages-'));
  await writeFile(join(site, 'style.css'), 'body { margin: 0; font: 16px sans-serif; color: #111; background: #fff } .wide { width: 2000px } .pale { color: #ccc } .left { text-align: left }');
  await writeFile(join(site, 'sound.html'), page('<p>Sound words</p>\n<p><a href="sound.html">Itself</a></p>'));
  await writeFile(join(site, 'bad.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  for (const [name, [html]] of Object.entries(wrong)) await writeFile(join(site, `${name}.html`), html);
  const run = promisify(execFile)(process.execPath, [fileURLToPath(new URL('pages.js', import.meta.url)), site, join(site, '.pictures')], { env: { ...process.env, JCACOP_TEST_PICTURES: 'no' } });
  await assert.rejects(run, error => { told = error.stdout; return error.code === 1; });
});
after(() => rm(site, { recursive: true }));

const of = file => (told.split('\n\n').find(part => part.startsWith(`${file}\n`)) ?? '');

test('a sound page passes', () => assert.equal(of('sound.html'), ''));
for (const [name, [, expected]] of Object.entries(wrong)) test(`${name} is found`, () => assert.match(of(`${name}.html`), expected));
test('a calendar without version is found', () => assert.match(of('bad.ics'), /VERSION stands 0 times/));
