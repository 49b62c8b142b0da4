// What mail clients support: elements, attributes and properties that Outlook, Gmail, Apple Mail and the web mailers all show,
// or leave out without harm (border-radius, media queries). Nothing runs, nothing is fetched.

const elements = new Set('html head meta title style body table tr td p div span br b h1 h2 ul li bdi a wbr'.split(' '));
const attributes = new Set('lang dir style class role align valign width height cellpadding cellspacing border name content charset href'.split(' '));
const properties = new Set(`margin padding background color border border-color border-width border-top border-bottom border-collapse border-radius
  display font-family font-size font-weight line-height max-width overflow-wrap text-align white-space word-break -webkit-text-size-adjust`.split(/\s+/));

const longest = 100_000;

/** @returns {string[]} what is wrong with the source of a letter */
export function checkSource(html) {
  const wrong = [];
  const bytes = Buffer.byteLength(html);
  if (bytes > longest) wrong.push(`${bytes} bytes: Gmail cuts above ${longest}`);
  if (!/^<!DOCTYPE html>/.test(html)) wrong.push('no doctype');
  if (/url\(|@import|javascript:|<!--/i.test(html)) wrong.push('remote content, script or comment');

  const body = html.replace(/<style>[\s\S]*?<\/style>/, '');
  for (const [, name, rest] of body.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/gi)) {
    if (!elements.has(name.toLowerCase())) wrong.push(`<${name}>`);
    for (const [, attribute, value] of rest.matchAll(/\s([a-z-]+)="([^"]*)"/gi)) {
      if (attribute === 'href' && !/^https?:\/\//.test(value)) wrong.push(`href="${value}"`);
      if (!attributes.has(attribute)) wrong.push(`<${name} ${attribute}>`);
      if (attribute !== 'style') continue;
      for (const declaration of value.split(';').filter(one => one.trim())) {
        const property = declaration.split(':')[0].trim();
        if (!properties.has(property)) wrong.push(`<${name} style="${property}">`);
        if (property === 'display' && !/:\s*(inline-block|block)\s*$/.test(declaration)) wrong.push(declaration);
      }
    }
  }
  return [...new Set(wrong)];
}
