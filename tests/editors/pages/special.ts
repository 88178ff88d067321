import { expose, freshPlace, pointIn } from '../under-test.ts';

/** Fields that are refused, limits, and editors of sites that do as they please; `ask` makes one by its name. */
let target: HTMLElement | undefined;

function field(attributes: Record<string, string>, label?: string): HTMLElement {
  const made = document.createElement('input');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (label === undefined) return made;
  const around = document.createElement('label');
  around.append(label, made);
  return around;
}

function editable(): HTMLElement {
  const made = document.createElement('div');
  made.contentEditable = 'true';
  made.style.cssText = 'min-height: 80px; border: 1px solid';
  return made;
}

/** Takes a paste and says so, and then does nothing with it; in Firefox also whatever else asks first. */
function eating(): HTMLElement {
  const made = editable();
  for (const kind of ['paste', 'beforeinput'])
    made.addEventListener(kind, (event) => {
      if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || (event.data ?? '').length > 1)
        event.preventDefault();
    });
  return made;
}

/** Takes a paste without saying so, like TinyMCE, but has no mark that anybody knows. */
function lying(): HTMLElement {
  const made = editable();
  made.addEventListener('paste', (event) => {
    const range = document.getSelection()?.getRangeAt(0);
    range?.insertNode(document.createTextNode(event.clipboardData?.getData('text/plain') ?? ''));
    range?.collapse(false);
  });
  return made;
}

/** Lets go of the caret with the focus. */
function forgetful(): HTMLElement {
  const made = editable();
  made.addEventListener('blur', () => document.getSelection()?.removeAllRanges());
  return made;
}

/** Draws itself anew when the focus leaves it: no node stays. */
function redrawn(): HTMLElement {
  const made = editable();
  made.addEventListener('blur', () => {
    made.replaceChildren(document.createTextNode(made.textContent ?? ''));
  });
  return made;
}

/** Takes a paste, and shows it a moment later. */
function taking(): HTMLElement {
  const made = editable();
  made.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    setTimeout(() => made.append(text), 60);
  });
  return made;
}

/** Refuses everything from outside at a field, as some sites do against robots. */
function guarded(): HTMLElement {
  const made = document.createElement('textarea');
  let kept = '';
  made.addEventListener('input', (event) => {
    if ((event as InputEvent).data !== null && (event as InputEvent).data?.length === 1) kept = made.value;
    else made.value = kept;
  });
  return made;
}

const makers: Record<string, () => HTMLElement> = {
  email: () => field({ type: 'email' }),
  line: () => field({ type: 'text' }),
  limited: () => field({ type: 'text', maxlength: '12' }),
  full: () => field({ type: 'text', maxlength: '3', value: 'abc' }),
  password: () => field({ type: 'password' }),
  'shown password': () => field({ type: 'text', autocomplete: 'current-password' }),
  'masked password': () => field({ type: 'text', style: '-webkit-text-security: disc' }),
  code: () => field({ type: 'text', autocomplete: 'one-time-code' }),
  'code by name': () => field({ type: 'text', name: 'verificationCode' }),
  'code by label': () => field({ type: 'text' }, '短信验证码'),
  card: () => field({ type: 'text', autocomplete: 'cc-number' }),
  'card by name': () => field({ type: 'tel', name: 'cardNumber' }),
  'card by hint': () => field({ type: 'text', placeholder: 'CVV' }),
  'read-only': () => field({ type: 'text', readonly: '' }),
  'a number': () => field({ type: 'number' }),
  'read-only editor': () => {
    const made = editable();
    made.setAttribute('aria-readonly', 'true');
    return made;
  },
  editable,
  eating,
  forgetful,
  redrawn,
  lying,
  taking,
  guarded,
};

function ask(name: string): void {
  const made = makers[name]?.();
  if (!made) throw new Error(`nothing is called ${name}`);
  freshPlace().append(made);
  target = made.localName === 'label' ? (made.querySelector('input') ?? made) : made;
  target.focus();
}

expose({
  mount: () => ask('editable'),
  // biome-ignore lint/performance/useDomNodeTextContent: a line end is text here
  text: () => (target && 'value' in target ? String(target.value) : (target?.innerText ?? '')),
  point: () => pointIn(target),
  ask(question) {
    if (question === 'remove') target?.remove();
    else if (question === 'lock') target?.setAttribute('readonly', '');
    else ask(question);
    return true;
  },
});
