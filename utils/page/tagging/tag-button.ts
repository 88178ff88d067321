import { drawButton } from '../../../components/overlay/button-view.ts';
import { itemIcons } from '../../../components/overlay/item-icons.ts';
import type { SeenItem } from '../../domain/item.ts';
import { ask, isAlive } from '../../messaging/client.ts';
import { guardClicks } from '../click-guard.ts';
import type { ButtonMaker } from '../items/button-group.ts';
import { itemWords } from '../items/item-words.ts';
import type { ShownItem } from '../items/read-item.ts';
import type { Page } from '../page.ts';

/** Higher items are larger than what can stand beside them, CSS pixels. */
const highest = 240;

/** Beside what the picker stands: an item that is read while it is tagged, else its name. */
export function pickerPlace({ element, name }: ShownItem): Element {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && height <= highest ? element : name;
}

/**
 * Opens the picker for an item.
 * @param near what it stands beside
 * @returns whether it is open
 */
export async function openPicker(
  page: Page,
  item: SeenItem,
  near: Element,
  signal: AbortSignal,
): Promise<boolean> {
  const opened = await ask('tagging.open', { item });
  if (signal.aborted) return false;
  if (opened.ok) {
    page.lastOperation(null);
    page.frame.open(near);
    return true;
  }
  if (opened.code === 'stale') page.stepBack(true);
  else
    page.toast(itemWords(page)('items_tag_not_opened'), {
      label: page.t('overlay_try_again'),
      run: () => void openPicker(page, item, near, signal),
    });
  return false;
}

/** Opens the picker of tags for an item. */
export const tagButton: ButtonMaker = {
  kinds: ['creator', 'comment', 'post', 'product'],
  make({ page, view, group, dots, seen, signal }) {
    const { item, host } = view;
    const words = itemWords(page);
    const { button } = drawButton(group, 'tag', words('items_tag'), itemIcons.tag);
    const draw = () => {
      if (dots().length > 0) button.setAttribute('aria-description', words('items_tagged'));
      else button.removeAttribute('aria-description');
    };
    draw();
    const guard = guardClicks(button, host, signal);
    const clicked = (event: MouseEvent) => {
      if (!event.isTrusted || event.detail > 1) return;
      if (!isAlive()) return page.stepBack(true);
      if (guard.judge(event) !== 'accept') return page.askInPopup();
      // the buttons go when the picker has the focus: it comes back to the name beside which they stand
      if (group.contains((group.getRootNode() as ShadowRoot).activeElement)) focusOn(item.name);
      void openPicker(page, seen(), pickerPlace(item), signal);
    };
    button.addEventListener('click', clicked, { signal });
    return draw;
  },
};

/** Gives the focus to a name, or to the link around or inside it. */
export function focusOn(name: Element): void {
  const near =
    name.closest<HTMLElement>('a[href], button, [tabindex]') ??
    name.querySelector<HTMLElement>('a[href], button');
  near?.focus({ preventScroll: true });
}
