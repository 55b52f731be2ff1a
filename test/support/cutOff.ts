import type { Page } from 'playwright-core';

/**
 * What somebody who looks at the page cannot read or reach: a page that scrolls sideways, words that
 * run out of their box or over the window's edge, and words that break where no word ends. Names
 * that are shortened on purpose, with an ellipsis, are not among them.
 */
export async function cutOff(page: Page): Promise<string[]> {
  return (await page.evaluate(FIND)) as string[];
}

const FIND = `(() => {
  const found = new Set();
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.add('the page scrolls sideways: ' + wide);
  const isInScroller = (box) => {
    for (let at = box.parentElement; at !== null; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const brokenWord = (box) => {
    const range = document.createRange();
    for (const text of box.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE) continue;
      for (const { index, 0: word } of text.data.matchAll(/[A-Za-z]{2,14}/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) return word;
      }
    }
    return '';
  };
  for (const box of document.querySelectorAll('button, summary, td, th, label, legend, p, h1, h2, span, strong, input, select, textarea, li')) {
    const { textOverflow, webkitLineClamp, display } = getComputedStyle(box);
    const { left, right, width } = box.getBoundingClientRect();
    if (box.closest('.for-readers') !== null || width === 0) continue;
    const says = ': ' + box.outerHTML.slice(0, 120);
    if ((right > innerWidth + 1 || left < -1) && !isInScroller(box)) found.add('over the edge' + says);
    if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || box.matches('input, select, textarea')) continue;
    // A link's own padding reaches 4 pixels out of its line, so that its words stand where the others do.
    if (display !== 'inline' && box.scrollWidth > box.clientWidth + 4) found.add('out of its box' + says);
    const word = brokenWord(box);
    if (word !== '') found.add('the word ' + word + ' is broken' + says);
  }
  return [...found];
})()`;
