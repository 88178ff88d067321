import type { ItemRule } from '../../sites/site.ts';
import { removeLeftovers } from '../mount.ts';
import type { PageObserver } from '../observe.ts';
import { addedRows } from './added-rows.ts';
import { watchFarRows } from './far-rows.ts';
import { findIn, pathsOf, type SelectorPath, upwards } from './selectors.ts';
import type { Job, Slices } from './slices.ts';

/** One way to items of a rule, and how far along it a tree is. */
interface Stand {
  rule: ItemRule;
  path: SelectorPath;
  at: number;
}

/** What is looked for in one tree: the document, or an open shadow root that a way leads through. */
interface Tree {
  stands: Stand[];
  selector: string;
}

/** A custom element may get its root after it was added, which nobody notes: looked at again after so long, in milliseconds. */
const rootRetries = [50, 200, 600, 1_500, 4_000];

export interface FoundItems {
  /** the rule of an item's element; also where nobody was near to it yet */
  ruleOf(element: Element): ItemRule | undefined;
  /** the item that an element stands in, itself included */
  itemAround(element: Element): Element | null;
  /** elements of items of a kind that are in the page; a search through all of it, for when the person asks */
  all(kind: ItemRule['kind']): Element[];
}

/**
 * Finds the items of a living page as they appear, by looking only at what was added.
 * @param heard.found an item's element, each once
 * @param heard.changed something was added to or taken from inside an item
 * @param heard.entered a way leads through this shadow root
 */
export function findItems(
  document: Document,
  rules: readonly ItemRule[],
  observer: PageObserver,
  slices: Slices,
  heard: {
    found(element: Element, rule: ItemRule): void;
    changed(element: Element): void;
    entered(root: ShadowRoot): void;
    /** our own hosts: no change of the site */
    ours: WeakSet<Node>;
  },
  signal: AbortSignal,
): FoundItems {
  const known = new WeakMap<Element, ItemRule>();
  const told = new WeakSet<Element>();
  const trees = new WeakMap<Node, Tree>();
  const far = watchFarRows((rows) => slices.add(search(rows.values())), signal);

  function stand(tree: Node, more: Stand[]): boolean {
    const before = trees.get(tree)?.stands ?? [];
    const news = more.filter((one) => !before.some(({ path, at }) => path === one.path && at === one.at));
    if (news.length === 0) return false;
    const stands = [...before, ...news];
    const selector = [...new Set(stands.map(({ path, at }) => path[at] ?? ''))].join(',');
    trees.set(tree, { stands, selector });
    return true;
  }

  function keep(element: Element, rule: ItemRule): void {
    if (told.has(element)) return;
    told.add(element);
    if (!known.has(element)) known.set(element, rule);
    heard.found(element, rule);
  }

  function enter(host: Element, next: Stand, tries = 0): void {
    const root = host.shadowRoot;
    if (root) {
      const first = !trees.has(root);
      if (!stand(root, [next])) return;
      if (first) {
        removeLeftovers(root);
        observer.watchRoot(root);
        heard.entered(root);
      }
      slices.add(search([root].values()));
      return;
    }
    const wait = rootRetries[tries];
    if (wait === undefined) return;
    const waiting = new WeakRef(host);
    setTimeout(() => {
      const still = waiting.deref();
      if (still?.isConnected && !signal.aborted) enter(still, next, tries + 1);
    }, wait);
  }

  function take(element: Element, tree: Tree): void {
    for (const { rule, path, at } of tree.stands) {
      if (!element.matches(path[at] ?? '')) continue;
      if (at === path.length - 1) keep(element, rule);
      else enter(element, { rule, path, at: at + 1 });
    }
  }

  /** Looks through some parts of the page, a few of their elements at a time. Plain loops: this is what a long list costs. */
  function search(scopes: Iterator<ParentNode & Node>): Job {
    let tree: Tree | undefined;
    let list: ArrayLike<Element> = [];
    let at = 0;
    return (until) => {
      for (;;) {
        while (at < list.length) {
          const element = list[at++];
          if (element && tree) take(element, tree);
          if (at % 16 === 0 && performance.now() >= until) return false;
        }
        const next = scopes.next();
        if (next.done) return true;
        const scope = next.value;
        tree = trees.get(scope.getRootNode());
        if (!tree) continue;
        if (scope instanceof Element && scope.matches(tree.selector)) take(scope, tree);
        list = scope.firstElementChild ? far.put(scope.querySelectorAll(tree.selector)) : [];
        at = 0;
        if (performance.now() >= until) return false;
      }
    };
  }

  function itemAround(element: Element): Element | null {
    for (const at of upwards(element)) if (known.has(at)) return at;
    return null;
  }

  function* additions(records: MutationRecord[]): Generator<ParentNode & Node> {
    const { added, removed } = addedRows(records, {
      changed(target) {
        const item = target instanceof Element ? itemAround(target) : hostItem(target);
        if (item) heard.changed(item);
      },
      ours: heard.ours,
    });
    if (removed) far.check();
    for (const rows of added) for (const row of far.put(rows)) if (row.isConnected) yield row;
  }
  const hostItem = (target: Node) => (target instanceof ShadowRoot ? itemAround(target.host) : null);

  stand(
    document,
    rules.flatMap((rule) => pathsOf(rule.root).map((path) => ({ rule, path, at: 0 }))),
  );
  if (trees.get(document)?.selector) {
    observer.onRecords((records) => slices.add(search(additions(records))), signal);
    slices.add(search([document].values()));
  }

  return {
    ruleOf(element) {
      const rule = known.get(element);
      if (rule) return rule;
      const tree = trees.get(element.getRootNode());
      if (tree?.selector && element.matches(tree.selector)) take(element, tree);
      return known.get(element);
    },
    itemAround,
    all(kind) {
      for (const rule of rules)
        for (const element of findIn(document, pathsOf(rule.root)))
          if (!known.has(element)) known.set(element, rule);
      return rules
        .filter((rule) => rule.kind === kind)
        .flatMap(({ root }) => [...findIn(document, pathsOf(root))])
        .filter((element) => known.get(element)?.kind === kind);
    },
  };
}
