import { expose, freshPlace, pointIn } from '../under-test.ts';

/** No framework: fields and editable elements as they come, in roots and frames; the address says which. */
const kind =
  location.pathname
    .split('/')
    .at(-1)
    ?.replace(/^plain-/, '') ?? '';
let target: HTMLElement | undefined;
let frame: HTMLIFrameElement | undefined;

function make(document: Document): HTMLElement {
  if (kind.includes('textarea')) {
    const field = document.createElement('textarea');
    field.rows = 8;
    field.cols = 60;
    return field;
  }
  const element = document.createElement(kind.startsWith('paragraph') ? 'p' : 'div');
  element.contentEditable = kind === 'plaintext-only' ? 'plaintext-only' : 'true';
  element.style.cssText = 'min-height: 100px; margin: 0; border: 1px solid';
  return element;
}

/** Three roots in each other, as Bilibili's comment box has them. */
function nest(place: HTMLElement, mode: ShadowRootMode): void {
  let at: HTMLElement | ShadowRoot = place;
  for (let depth = 0; depth < 3; depth++) {
    const host: HTMLElement = at.appendChild(document.createElement('div'));
    at = host.attachShadow({ mode });
  }
  if (target) at.append(target);
}

/** What the browser's own editing makes of lines: blocks and breaks, of which a block's last only holds its line open. */
function linesOf(element: Element): string {
  let text = '';
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data;
    else if (node.nodeName === 'BR') text += '\n';
    else {
      if (node !== element && /^(DIV|P)$/.test(node.nodeName) && text !== '' && !text.endsWith('\n'))
        text += '\n';
      for (const child of node.childNodes) visit(child);
    }
  };
  visit(element);
  return (endsOpen(element) ? text.replace(/\n$/, '') : text).replaceAll('\u00a0', ' ');
}

function endsOpen(element: Element): boolean {
  const last = [...element.childNodes]
    .filter((node) => node.textContent !== '' || node.nodeName === 'BR')
    .at(-1);
  if (!last) return false;
  if (last.nodeName === 'BR') return true;
  return last.nodeType === Node.TEXT_NODE ? (last as Text).data.endsWith('\n') : endsOpen(last as Element);
}

expose({
  async mount() {
    const place = freshPlace();
    if (kind.endsWith('frame')) {
      frame = place.appendChild(document.createElement('iframe'));
      frame.style.cssText = 'width: 560px; height: 180px';
      frame.srcdoc = '<!doctype html><body style="margin:8px"></body>';
      await new Promise((done) => frame?.addEventListener('load', done, { once: true }));
      const inside = frame.contentDocument;
      if (!inside) throw new Error('the frame is another origin’s');
      target = make(inside);
      inside.body.append(target);
      return;
    }
    target = make(document);
    if (kind.endsWith('open-roots')) nest(place, 'open');
    else if (kind.endsWith('closed-roots')) nest(place, 'closed');
    else place.append(target);
  },
  text() {
    if (!target) return '';
    return 'value' in target ? String(target.value) : linesOf(target);
  },
  point() {
    const at = pointIn(target);
    const around = frame?.isConnected ? frame.getBoundingClientRect() : undefined;
    return { x: at.x + (around?.left ?? 0), y: at.y + (around?.top ?? 0) };
  },
});
