// Runs inside the page.

/** @returns {string[]} what a reader would see go wrong: overflow, clipped or tiny text, poor contrast, lines on the wrong side */
export function checkLayout() {
  const wrong = new Set();
  const width = document.documentElement.clientWidth;
  const name = element => `<${element.localName}> “${element.textContent.trim().slice(0, 40)}”`;

  if (document.documentElement.scrollWidth > width) wrong.add(`scrolls sideways: ${document.documentElement.scrollWidth} in ${width}`);
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width && (box.left < -0.5 || box.right > width + 0.5)) wrong.add(`outside of the page: ${name(element)}`);
    const style = getComputedStyle(element);
    if (style.display !== 'inline' && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) wrong.add(`clipped: ${name(element)}`);
  }

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = node.data.trim();
    if (!text || text === '\u00a0') continue;
    const element = node.parentElement;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    if (size < 13) wrong.add(`text of ${size} px: ${name(element)}`);

    const range = document.createRange();
    range.selectNodeContents(node);
    const around = element.closest('td,li,p,div,h1,h2,h3,dt,dd,a,main,body').getBoundingClientRect();
    for (const line of range.getClientRects())
      if (line.left < around.left - 1 || line.right > around.right + 1) wrong.add(`runs out of its box: ${name(element)}`);

    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight, 10) >= 700);
    const ratio = contrast(parse(style.color), background(element));
    if (ratio < (large ? 3 : 4.5)) wrong.add(`contrast ${ratio.toFixed(1)}: ${name(element)}`);
  }

  for (const card of document.querySelectorAll('td.card')) {
    const right = card.dir === 'rtl';
    if (getComputedStyle(card).direction !== card.dir) wrong.add(`direction of the part in ${card.lang}`);
    const inner = card.getBoundingClientRect();
    for (const block of card.querySelectorAll('p,h1,h2')) {
      const first = [...firstLine(block)];
      if (first.length === 0) continue;
      const start = right ? Math.max(...first.map(line => line.right)) : Math.min(...first.map(line => line.left));
      const gap = right ? inner.right - start : start - inner.left;
      if (gap > 24) wrong.add(`starts ${Math.round(gap)} px from the ${right ? 'right' : 'left'}: ${name(block)}`);
    }
  }
  return [...wrong];

  function* firstLine(block) {
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = [...range.getClientRects()].filter(line => line.width > 0);
    const top = Math.min(...lines.map(line => line.top));
    for (const line of lines) if (line.top < top + 4) yield line;
  }

  function background(element) {
    for (let one = element; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  }

  function parse(color) {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return [red, green, blue, alpha];
  }

  // WCAG 2.1, contrast ratio.
  function contrast(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(color) {
    const [red, green, blue] = color.slice(0, 3).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
