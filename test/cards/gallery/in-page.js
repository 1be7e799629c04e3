// Runs in the browser, beside Microsoft's renderer: draws a card into #card, and measures what is seen there.
/* global AdaptiveCards, document, getComputedStyle, NodeFilter, requestAnimationFrame, window */

const pixel = 1.5;

window.gallery = {
  /** Returns what the parser has to say, when all is drawn. */
  async show(card, hostConfig, style) {
    document.querySelector('style').textContent = style;
    document.documentElement.lang = card.lang ?? '';
    const drawing = new AdaptiveCards.AdaptiveCard();
    drawing.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    const context = new AdaptiveCards.SerializationContext();
    // The parser checks `lang` with a stateful expression that fails every second time, whatever the value.
    drawing.parse({ ...card, lang: undefined }, context);
    document.getElementById('card').replaceChildren(drawing.render());
    await settled();
    return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  },

  /** What does not fit, is cut off, or is read in another order than it is seen. */
  layoutFaults() {
    const seen = visibleParts();
    return [...tooWide(seen), ...cutOff(seen), ...outOfOrder(seen)];
  },
};

/** After the next frame, with all pictures there. */
async function settled() {
  const pictures = [...document.images].filter((image) => !image.complete);
  const loaded = (image) =>
    new Promise((done) => ['load', 'error'].forEach((end) => image.addEventListener(end, done)));
  await Promise.all(pictures.map(loaded));
  await new Promise((done) => requestAnimationFrame(() => done()));
}

/** Text, inputs, buttons and pictures that are seen, in the order in which they are read. */
function visibleParts() {
  const walker = document.createTreeWalker(document.getElementById('card'), NodeFilter.SHOW_ELEMENT);
  const parts = [];
  for (let element = walker.nextNode(); element; element = walker.nextNode()) {
    if (!isPart(element)) continue;
    const box = element.getBoundingClientRect();
    const isSeen = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
    if (isSeen) parts.push({ element, box, words: wordsOf(element) });
  }
  return parts;
}

function isPart(element) {
  if (element.closest('select, button') !== element && element.closest('select, button') !== null)
    return false;
  if (['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'IMG'].includes(element.tagName)) return true;
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
}

function wordsOf(element) {
  const words = element.innerText || element.getAttribute('aria-label') || element.id || element.className;
  return `${element.tagName.toLowerCase()} ${String(words).slice(0, 60)}`;
}

function tooWide(parts) {
  const { left, right } = document.getElementById('card').getBoundingClientRect();
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : [];
  return [
    ...page,
    ...parts
      .filter(({ box }) => box.left < left - pixel || box.right > right + pixel)
      .map(
        ({ words, box }) =>
          `too wide by ${Math.round(Math.max(left - box.left, box.right - right))} px: ${words}`,
      ),
  ];
}

/** What people type scrolls inside of its input. */
function cutOff(parts) {
  const isClipped = ({ element }) =>
    getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + pixel;
  return parts
    .filter(({ element }) => !['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName))
    .filter((part) => isClipped(part) || sticksOut(part))
    .map(({ words }) => `cut off: ${words}`);
}

/** Whether it ends outside of something around it that shows nothing beyond its edge, such as a container on a phone. */
function sticksOut({ element, box }) {
  const card = document.getElementById('card');
  for (let around = element.parentElement; around && around !== card; around = around.parentElement) {
    const { right } = around.getBoundingClientRect();
    if (getComputedStyle(around).overflowX !== 'visible' && box.right > right + pixel) return true;
  }
  return false;
}

/** The next part stands below, or to the right: never above without being to the right, nor to the left in the same line. */
function outOfOrder(parts) {
  return parts.slice(1).flatMap((part, index) => {
    const before = parts[index];
    const isAbove = part.box.bottom <= before.box.top + pixel;
    const isRight = part.box.left >= before.box.right - pixel;
    const isLeft = part.box.right <= before.box.left + pixel;
    const sameLine = part.box.top < before.box.bottom - pixel && part.box.bottom > before.box.top + pixel;
    const isWrong = (isAbove && !isRight) || (sameLine && isLeft);
    return isWrong ? [`read after “${before.words}”, but seen before it: ${part.words}`] : [];
  });
}
