import type { HintRule } from '../../domain/hint.ts';
import { hintFields } from '../../domain/hint-fields.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import type { PickKey } from '../../i18n/locales/en/pick.ts';
import type { Translate } from '../../i18n/translate.ts';
import { ask } from '../../messaging/client.ts';
import type { Pointed } from '../../sites/hint-value.ts';
import { readingFits } from '../features/capture.ts';
import { findAnchor } from '../features/profile-anchor.ts';
import type { Page } from '../page.ts';
import type { Picker } from '../picker-slot.ts';
import { readersSlot } from '../readers-slot.ts';
import { type PickMode, startPicking } from './pick-mode.ts';

/** What the script that is injected for it brings along, so that the script on every page does not carry it. */
export interface PickTools {
  selectorFor(element: Element, avoid: readonly string[]): string | null;
  words(page: Page): Translate<PickKey>;
}

/** Longest text that the confirmation shows. */
const shownText = 1_000;

/** What is only of this page and may not be in a selector: whose it is, and the numbers of its address. */
function avoided({ creator }: PageReading, page: Page): string[] {
  const { pathname, search } = page.document.location;
  const names = [creator?.handle?.value, creator?.stableId?.value, page.identity?.handle, page.identity?.id];
  return [
    ...names.filter((name) => name !== undefined),
    ...(decodeSafely(pathname + search).match(/\d{2,}/g) ?? []),
  ];
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function written({ understood }: Pointed): string | undefined {
  if (!understood) return undefined;
  const { value } = understood;
  const text = typeof value === 'object' ? `${value.amount} ${value.currency}` : String(value);
  return text.slice(0, shownText);
}

/** The element, or what is right around it and says the same more exactly: "12.3K" often stands in an element that has the number as its title. */
function candidates(element: Element): Element[] {
  const around = element.parentElement;
  const same =
    around &&
    around.textContent?.trim() === element.textContent?.trim() &&
    around !== element.ownerDocument.body;
  return same ? [element, around] : [element];
}

/** The choice of an element for a field, from the outline to the question in the frame. */
export function makePicker(tools: PickTools): Picker {
  /** one choice at a time: asking again begins anew */
  let running: PickMode | null = null;
  return {
    pick(page, field, signal) {
      const t = tools.words(page);
      const { document } = page;
      const readers = readersSlot.provided();
      const reading = readers?.readPage(document, document.location.href);
      const { identity } = page;
      if (!reading || !identity || reading.kind === 'blocked')
        return page.toast(page.t('overlay_not_opened'));
      // the page before still stands there: whatever is pointed at would be of another person
      if (!readingFits(reading, identity, page.site.id)) return page.toast(page.t('overlay_moving'));
      const start =
        findAnchor(document, page.site.profileAnchors) ??
        findAnchor(document, ['h1', 'h2', '[role="heading"]', 'main', 'body > *']) ??
        document.body;
      page.frame.close();
      running?.end();
      let asking = false;

      const take = async (element: Element) => {
        if (asking) return;
        const meaning = hintFields[field];
        const found = candidates(element).flatMap((each) => {
          const pointed = readers?.valueHere?.(each, meaning, reading);
          return pointed ? [{ element: each, pointed }] : [];
        });
        const exact = found.find(
          ({ pointed }) => pointed.understood && pointed.understood.precision !== 'rounded',
        );
        const chosen = exact ?? found[0];
        if (!chosen) return mode.say(t('pick_empty'));
        const selector = tools.selectorFor(chosen.element, avoided(reading, page));
        if (selector === null) return mode.say(t('pick_nameless'));
        const { attribute, raw } = chosen.pointed;
        const hint: HintRule = {
          platform: reading.platform,
          ...(page.site.id === 'web' ? { host: document.location.hostname } : {}),
          kind: reading.kind,
          field,
          selector,
          ...(attribute === undefined ? {} : { attribute }),
        };
        const value = written(chosen.pointed);
        asking = true;
        const answer = await ask('hint.pointed', {
          hint,
          raw: raw.slice(0, shownText),
          ...(value === undefined ? {} : { value }),
        });
        asking = false;
        if (signal.aborted) return;
        if (!answer.ok) return answer.code === 'stale' ? page.stepBack(true) : mode.say(t('pick_failed'));
        mode.end();
        page.frame.open(chosen.element);
      };
      const mode = startPicking(
        document,
        {
          theme: page.theme,
          words: { how: t('pick_how'), close: t('pick_close') },
          start,
          picked: (element) => void take(element),
          cancelled: () => page.frame.open(findAnchor(document, page.site.profileAnchors)),
        },
        signal,
      );
      running = mode;
    },
  };
}
