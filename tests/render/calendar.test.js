// What goes out as a calendar is read by a library that did not write it, and the check finds what it is there for.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { checkCalendar } from './calendar.js';

const golden = new URL('../JcaCop.Post.Tests/Golden/calendars/', import.meta.url);
const bytes = text => new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'));

for (const name of await readdir(golden))
  test(`${name} keeps to the standard`, async () => assert.deepEqual(checkCalendar(bytes(await readFile(new URL(name, golden), 'utf8'))), []));

const sound = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/Zurich
BEGIN:DAYLIGHT
DTSTART:20110327T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20111030T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1@union.example
DTSTAMP:20120601T070000Z
DTSTART;TZID=Europe/Zurich:20120830T180000
DTEND;TZID=Europe/Zurich:20120830T193000
SUMMARY:Meeting
ORGANIZER:mailto:desk@union.example
END:VEVENT
END:VCALENDAR
`;

test('a sound calendar passes', () => assert.deepEqual(checkCalendar(bytes(sound)), []));

for (const [what, text, told] of [
  ['a missing stamp', sound.replace(/DTSTAMP.*\n/, ''), /DTSTAMP is needed once/],
  ['a stamp in local time', sound.replace('070000Z', '070000'), /DTSTAMP is not in UTC/],
  ['a zone that is not described', sound.replace(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\n/, ''), /zone Europe\/Zurich is not described/],
  ['a zone that is described wrongly', sound.replace('TZOFFSETTO:+0200', 'TZOFFSETTO:+0300'), /is another time in Europe\/Zurich/],
  ['an end before the beginning', sound.replace('20120830T193000', '20120830T173000'), /ends before it begins/],
  ['a rule without end', sound.replace('SUMMARY', 'RRULE:FREQ=DAILY\nSUMMARY'), /RRULE gives no end/],
  ['an event twice', sound.replace(/(BEGIN:VEVENT[\s\S]*END:VEVENT\n)/, '$1$1'), /1@union.example twice/],
  ['a line that is too long', sound.replace('SUMMARY:Meeting', `SUMMARY:${'é'.repeat(40)}`), /line of 88 octets/],
  ['what is no calendar', sound.replace('END:VEVENT\n', ''), /cannot be parsed|is needed/],
]) test(`${what} is found`, () => assert.match(checkCalendar(bytes(text)).join('\n'), told));

test('bare line ends are found', () => assert.match(checkCalendar(new TextEncoder().encode(sound)).join('\n'), /line end/));
