import ICAL from 'ical.js';

/**
 * Holds a calendar file to RFC 5545 and RFC 5546, and reads it by a library that did not write it.
 *
 * @param {Uint8Array} bytes
 * @returns {string[]} what is wrong
 */
export function checkCalendar(bytes) {
  const wrong = [];
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return ['is not UTF-8'];
  }
  if (text.charCodeAt(0) === 0xfeff) wrong.push('begins with a byte order mark');
  if (!text.endsWith('\r\n')) wrong.push('does not end with a line end');
  for (const line of text.split('\r\n')) {
    if (/[\r\n]/.test(line)) wrong.push(`bare line end: ${line.slice(0, 40)}`);
    if (Buffer.byteLength(line) > 75) wrong.push(`line of ${Buffer.byteLength(line)} octets: ${line.slice(0, 40)}`);
    // eslint-disable-next-line no-control-regex
    if (/[\x00-\x08\x0b-\x1f\x7f]/.test(line)) wrong.push(`control character: ${line.slice(0, 40)}`);
  }
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(text));
  } catch (error) {
    return [...wrong, `cannot be parsed: ${error.message}`];
  }
  if (calendar.name !== 'vcalendar') return [...wrong, `is a ${calendar.name}`];
  for (const [name, value] of [['version', '2.0'], ['prodid', undefined], ['method', undefined]]) {
    const found = calendar.getAllProperties(name);
    if (found.length !== 1) wrong.push(`${name.toUpperCase()} stands ${found.length} times`);
    else if (value && found[0].getFirstValue() !== value) wrong.push(`${name.toUpperCase()} is ${found[0].getFirstValue()}`);
  }
  const zones = new Map();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const id = zone.getFirstPropertyValue('tzid');
    if (zones.has(id)) wrong.push(`zone ${id} twice`);
    zones.set(id, new ICAL.Timezone(zone));
    const parts = [...zone.getAllSubcomponents('standard'), ...zone.getAllSubcomponents('daylight')];
    if (parts.length === 0) wrong.push(`zone ${id} has no part`);
    for (const part of parts) for (const name of ['dtstart', 'tzoffsetfrom', 'tzoffsetto']) if (part.getAllProperties(name).length !== 1) wrong.push(`zone ${id}: ${name} is needed once`);
  }
  const seen = new Set();
  const used = new Set();
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length === 0 && calendar.getAllSubcomponents('vtimezone').length === 0 && calendar.getFirstPropertyValue('method') !== 'PUBLISH') wrong.push('holds nothing');
  for (const event of events) {
    const uid = event.getFirstPropertyValue('uid');
    const name = event.getFirstPropertyValue('summary') ?? uid;
    for (const once of ['uid', 'dtstamp', 'dtstart', 'summary']) if (event.getAllProperties(once).length !== 1) wrong.push(`${name}: ${once.toUpperCase()} is needed once`);
    for (const most of ['dtend', 'sequence', 'status', 'organizer', 'location', 'description', 'transp', 'url', 'rrule'])
      if (event.getAllProperties(most).length > 1) wrong.push(`${name}: ${most.toUpperCase()} stands more than once`);
    if (seen.has(uid)) wrong.push(`${uid} twice`);
    seen.add(uid);
    if (!/Z$/.test(event.getFirstProperty('dtstamp')?.toJSON()[3] ?? '')) wrong.push(`${name}: DTSTAMP is not in UTC`);
    if (!/^mailto:[^@\s]+@[^@\s]+$/i.test(event.getFirstPropertyValue('organizer') ?? '')) wrong.push(`${name}: ORGANIZER is no mailto address`);
    for (const side of ['dtstart', 'dtend']) {
      const property = event.getFirstProperty(side);
      const id = property?.getParameter('tzid');
      if (!id) continue;
      used.add(id);
      if (!zones.has(id)) wrong.push(`${name}: zone ${id} is not described`);
      else if (typeof Intl !== 'undefined') {
        // The zone as described must show what the world's clocks show.
        const time = property.getFirstValue();
        const described = zones.get(id).utcOffset(time) * 1000;
        const instant = new Date(Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) - described);
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: id, hour: '2-digit', minute: '2-digit', day: '2-digit', hour12: false }).formatToParts(instant);
        const part = type => Number(shown.find(one => one.type === type).value) % (type === 'hour' ? 24 : 60);
        if (part('hour') !== time.hour || part('minute') !== time.minute || part('day') !== time.day) wrong.push(`${name}: ${side.toUpperCase()} is another time in ${id} than its description makes it`);
      }
    }
    const one = new ICAL.Event(event);
    if (event.getFirstProperty('dtend') && one.endDate.compare(one.startDate) <= 0) wrong.push(`${name}: ends before it begins`);
    if (event.getFirstProperty('rrule')) {
      const days = one.iterator();
      let count = 0;
      while (count < 100 && days.next()) count++;
      if (count === 0 || count === 100) wrong.push(`${name}: RRULE gives ${count === 0 ? 'no day' : 'no end'}`);
    }
  }
  for (const id of zones.keys()) if (!used.has(id)) wrong.push(`zone ${id} is described and not used`);
  return wrong;
}
