import { ask } from '../../messaging/client.ts';
import { wordsHere } from '../keywords/words-here.ts';
import type { Feature } from '../page.ts';
import { type Dotted, makeKnownDots } from '../tagging/known-dots.ts';
import type { Around } from '../tagging/seen-item.ts';
import { pageItemKeys, seenPageItem } from '../tagging/seen-page-item.ts';
import { openPicker, pickerPlace, tagButton } from '../tagging/tag-button.ts';
import { type ActiveItems, watchActive } from './active-items.ts';
import type { Seat } from './button-group.ts';
import { countInWindow, lookAtComments } from './comment-screen.ts';
import { type FoundItems, findItems } from './find-items.ts';
import { makeGathered } from './gathered.ts';
import type { ItemView } from './item-view.ts';
import { itemWords } from './item-words.ts';
import { makeKnownMarks } from './known-marks.ts';
import { type NearItems, watchNear } from './near-items.ts';
import { makePeek } from './peek.ts';
import { placesIn } from './places-in.ts';
import { stillShows } from './read-item.ts';
import { type PageItem, readPageItem } from './read-product.ts';
import { makeUnansweredReport } from './report-unanswered.ts';
import { rulesFor } from './rules-for.ts';
import { saveButton } from './save-button.ts';
import { makeSeenEntries } from './seen-entries.ts';
import { makeSlices } from './slices.ts';

/** Buttons of an item in their order; every feature that has one for items stands here. */
const makers = [saveButton, tagButton];
/** The marks for comments without an answer are drawn anew at most so often, in milliseconds. */
const filterEvery = 300;

/** Creators, comments, posts and products of a living page: badges, buttons, who was gathered, what is unanswered. */
export const livingItems: Feature = {
  init(signal, page) {
    const { document, site } = page;
    const rules = rulesFor(site, page.identity);
    const slices = makeSlices(signal);
    const gathered = makeGathered();
    const ours = new WeakSet<Node>();
    const owners = new WeakMap<EventTarget, Element>();
    let filtered = false;
    let unanswered: ReadonlySet<Element> | null = null;
    let filtering: ReturnType<typeof setTimeout> | undefined;
    let active: ActiveItems | null = null;
    let found: FoundItems | null = null;

    const marks = makeKnownMarks(
      page,
      {
        answered() {
          near.draw();
          active?.redraw();
          filterSoon();
        },
        forgotten: () => marks.want(ofSomebody().map(({ person }) => person)),
      },
      signal,
    );
    const dots = makeKnownDots(
      page,
      {
        answered() {
          near.draw();
          active?.redraw();
        },
        forgotten: () => dots.want([...near.views()].map(({ item }) => dotted(item))),
      },
      signal,
    );
    const around: Around = { ...page, itemAround: (element) => provided().itemAround(element) };
    /** read once for each look at an item: its text may be long */
    const read = new WeakMap<PageItem, Dotted>();
    const dotted = (item: PageItem): Dotted => {
      const known = read.get(item) ?? { key: item.key, keys: pageItemKeys(item, around) };
      read.set(item, known);
      return known;
    };
    const entries = makeSeenEntries(around);
    /** products have no author whose mark there could be */
    const ofSomebody = () => [...near.views()].flatMap(({ item }) => (item.person ? [item] : []));
    const markOfItem = ({ person }: PageItem) => person && marks.of(person);
    const dotsOf = (item: PageItem) => dots.of(item) ?? [];
    const provided = (): FoundItems => {
      if (!found) throw new Error('items are looked at before they are looked for');
      return found;
    };
    const near: NearItems = watchNear(
      page,
      provided,
      slices,
      {
        appeared(item) {
          dots.want([dotted(item)]);
          if (!item.person) return;
          gathered.see(item.person, item.displayName);
          // after everything that is drawn; a row that shows another one by then is told again
          slices.add(() => {
            if (stillShows(item)) entries.see(item);
            return true;
          });
          marks.want([item.person]);
          filterSoon();
          reportSoon();
        },
        drew: (view) => void owners.set(view.host, view.item.element),
        left: (view) => active?.left(view),
        markOf: markOfItem,
        dotsOf,
        waits: (item) =>
          filtered && item.rule.kind === 'comment' ? (unanswered?.has(item.element) ?? false) : null,
        ours,
      },
      signal,
    );
    found = findItems(
      document,
      rules,
      page.observer,
      slices,
      {
        found: (element) => near.add(element),
        changed(element) {
          near.changed(element);
          words.changed(element);
          filterSoon();
          reportSoon();
        },
        entered(root) {
          near.listen(root);
          active?.listen(root);
        },
        ours,
      },
      signal,
    );

    const words = wordsHere(
      page,
      {
        near: near.elements,
        ruleOf: (element) => provided().ruleOf(element),
        itemAround: (element) => provided().itemAround(element),
        slices,
      },
      signal,
    );
    const lookAtScreen = () => lookAtComments(document, site, provided(), marks, near.elements());
    const reportSoon = makeUnansweredReport(
      page,
      around,
      marks,
      lookAtScreen,
      ofSomebody,
      (element) => provided().ruleOf(element),
      signal,
    );
    async function filter(): Promise<void> {
      filtering = undefined;
      const looked = await lookAtScreen();
      if (signal.aborted || !filtered) return;
      unanswered = looked.unanswered;
      near.draw();
    }
    function filterSoon(): void {
      if (filtered && filtering === undefined) filtering = setTimeout(() => void filter(), filterEvery);
    }

    const markOf = (view: ItemView) => markOfItem(view.item);
    const peek = makePeek(page, markOf, signal);
    const seatFor = (view: ItemView): Omit<Seat, 'group' | 'signal'> => ({
      page,
      view,
      mark: () => markOf(view),
      dots: () => dotsOf(view.item),
      seen: () => seenPageItem(view.item, around),
      async askMark() {
        if (view.item.person) await marks.have([view.item.person]);
        return markOf(view);
      },
    });
    active = watchActive(
      page,
      { found, now: near.now, ownerOf: (host) => owners.get(host), seatFor, makers, peek },
      signal,
    );

    /** The picker for what the person points at. @returns false: they point at nothing that can be tagged */
    async function tagAtHand(): Promise<boolean> {
      for (const element of active?.atHand() ?? []) {
        const rule = provided().ruleOf(element);
        if (!rule) continue;
        const item = readPageItem(element, rule, site, around.itemAround);
        if (!item) continue;
        // said there if it cannot be opened
        await openPicker(page, seenPageItem(item, around), pickerPlace(item), signal);
        return true;
      }
      return false;
    }

    async function collect(): Promise<void> {
      const people = gathered.list();
      if (people.length === 0) return page.toast(itemWords(page)('items_collect_nobody'));
      const opened = await ask('collect.open', { platform: site.id, people });
      if (signal.aborted) return;
      if (opened.ok) return page.frame.open(null);
      if (opened.code === 'stale') return page.stepBack(true);
      page.toast(page.t('overlay_not_opened'), {
        label: page.t('overlay_try_again'),
        run: () => void collect(),
      });
    }

    page.screenIs({
      tag: tagAtHand,
      async look() {
        const { comments, unanswered: open } = await lookAtScreen();
        const view = document.defaultView;
        const keywords = words.count();
        return {
          people: gathered.count(),
          comments,
          unanswered: open && view ? countInWindow(open, view) : null,
          filtered,
          ...(keywords ? { keywords } : {}),
        };
      },
      entries() {
        // what came later into rows that stand there
        for (const item of ofSomebody()) entries.see(item);
        return entries.list();
      },
      places: () => placesIn(document, near.views(), (item) => dotted(item).keys),
      order(order) {
        if (order === 'collect') return void collect();
        filtered = order === 'unanswered-on';
        unanswered = null;
        near.draw();
        if (filtered) void filter();
      },
    });
    signal.addEventListener('abort', () => clearTimeout(filtering));
  },
};
