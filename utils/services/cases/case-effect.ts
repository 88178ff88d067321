import type { Case } from '../../domain/case.ts';
import { isWaiting } from '../../domain/case-clocks.ts';
import { comesBack, isWorkedOn, reopened, withDeadline } from '../../domain/case-moves.ts';
import { cutText } from '../../domain/cut-text.ts';
import type { Item } from '../../domain/item.ts';
import type { Tag } from '../../domain/tag.ts';
import type { WorkHours } from '../../domain/working-time.ts';
import { sameValue } from '../../storage/same-value.ts';
import type { Unit } from '../../storage/unit-of-work.ts';
import type { Effect, Tagging } from '../items/effects.ts';
import { storedSettings } from '../stored-settings.ts';
import { caseStores, openCase, waitsSinceOf } from './case-record.ts';
import { casesOfAuthor, sameWords } from './cases-of-author.ts';
import { putCase } from './change-case.ts';

/** Cases of an item that are not over, the last opened first; else the last one that is. */
async function caseOf(unit: Unit, itemId: string): Promise<Case | undefined> {
  const found = (await unit.list('cases', 'itemId', itemId)).reverse();
  return found.find(({ state }) => state !== 'closed') ?? found[0];
}

/** The last case of the item's author on the same page that their writing again brings back. */
async function formerOf(unit: Unit, item: Item, now: number): Promise<Case | undefined> {
  const cases = await casesOfAuthor(unit, item.authorKeys, item.pageKey);
  return cases.find((one) => one.itemId !== item.id && comesBack(one, now));
}

/** What the item says now; the words before stay in the log. */
function about(one: Case, item: Item): Case {
  return {
    ...one,
    itemId: item.id,
    url: item.url,
    ...(item.pageKey === undefined ? {} : { pageKey: item.pageKey }),
    ...(item.text === undefined ? {} : { quote: item.text }),
  };
}

/** Brings a case back because its customer wrote again. */
async function writtenAgain(unit: Unit, one: Case, item: Item, since: string): Promise<{ caseId: string }> {
  const { workHours } = await storedSettings(unit);
  const before = one.quote === undefined ? undefined : cutText(one.quote, 500);
  const next = reopened(about(one, item), unit.now, workHours, { since, note: before });
  await putCase(unit, next, 'case-reopened');
  return { caseId: one.id };
}

/** A case with a second tag on its item: the stricter of both holds. */
function stricter(one: Case, tag: Tag, workHours: WorkHours): Case {
  const urgent = one.urgent || tag.urgent === true;
  const says = tag.deadline !== undefined || (urgent && !one.urgent);
  const wished = says ? withDeadline({ ...one, urgent }, tag.deadline, workHours) : one;
  const sooner = isWaiting(one) && wished.due < one.due ? wished : { ...one, urgent };
  const owner = one.owner ?? tag.owner;
  return { ...sooner, ...(owner === undefined ? {} : { owner }) };
}

async function putIfChanged(unit: Unit, next: Case, one: Case): Promise<void> {
  if (!sameValue(next, one)) await putCase(unit, next, 'case-changed');
}

/** A second tag on an item whose case is not over: nothing is opened beside it. */
async function joined(unit: Unit, one: Case, tag: Tag): Promise<{ caseId: string }> {
  await putIfChanged(unit, stricter(one, tag, (await storedSettings(unit)).workHours), one);
  return { caseId: one.id };
}

/** `Complaint · Mira`: what it is, and of whom; of nobody the first words. */
function titleOf(tag: Tag, { author, title, text }: Item): string {
  const name = author ? (author.displayName ?? author.handle) : (title ?? text?.replace(/\s+/g, ' '));
  return name === undefined ? tag.name : `${tag.name} · ${cutText(name, 100)}`;
}

async function put({ unit, now, item, tag }: Tagging): Promise<{ caseId: string }> {
  const own = await caseOf(unit, item.id);
  if (own && own.state !== 'closed') return joined(unit, own, tag);
  if (own && comesBack(own, now.getTime())) {
    const { workHours } = await storedSettings(unit);
    await putCase(unit, reopened(own, unit.now, workHours, { note: tag.name }), 'case-reopened');
    return { caseId: own.id };
  }
  const former = await formerOf(unit, item, now.getTime());
  const since = waitsSinceOf(item.publishedAt, unit.now);
  // what they wrote before the reply was answered with it
  const earlier = former ?? own;
  const ended = earlier?.repliedAt ?? earlier?.closedAt ?? '';
  const waitsSince = since > ended ? since : unit.now;
  if (former) return writtenAgain(unit, former, item, waitsSince);
  const opened = await openCase(unit, {
    title: titleOf(tag, item),
    source: 'item',
    itemId: item.id,
    tagId: tag.id,
    platform: item.platform,
    url: item.url,
    pageKey: item.pageKey,
    quote: item.text,
    author: item.author,
    owner: tag.owner,
    urgent: tag.urgent === true,
    waitsSince,
    deadline: tag.deadline,
  });
  return { caseId: opened.id };
}

/** The other tags of the item that would have opened the case as well, in the order in which they were put. */
async function otherCaseTags({ unit, item, tag }: Tagging): Promise<Tag[]> {
  const others = await Promise.all(
    item.tagIds.filter((id) => id !== tag.id).map((id) => unit.get('tags', id)),
  );
  return others.flatMap((other) => (other?.effect === 'case' ? [other] : []));
}

/**
 * A tag that was put on by mistake takes its case with it, or what it made of the case where another tag asks for one too; a case on which
 * somebody worked stays as it is.
 */
async function takenOff(tagging: Tagging): Promise<void> {
  const { unit, item } = tagging;
  const own = await caseOf(unit, item.id);
  if (own?.source !== 'item' || isWorkedOn(own)) return;
  const [first, ...others] = await otherCaseTags(tagging);
  if (!first) {
    await unit.remove('cases', own.id);
    await unit.log('case-changed', own.id);
    return;
  }
  const { workHours } = await storedSettings(unit);
  const { owner: _owner, ...rest } = own;
  const bare: Case = { ...rest, title: titleOf(first, item), tagId: first.id, urgent: first.urgent === true };
  const begun = withDeadline(first.owner ? { ...bare, owner: first.owner } : bare, first.deadline, workHours);
  const next = others.reduce((one, tag) => stricter(one, tag, workHours), begun);
  await putIfChanged(unit, next, own);
}

/**
 * The text of a stored item has become another one. Where the customer edited it, a case of the item that was answered or closed lately
 * comes back; where a page only shows more of the same words than the one before, they are the case's from now on.
 * @param item as it stands now
 */
export async function textChanged(
  unit: Unit,
  now: Date,
  before: Item,
  item: Item,
): Promise<{ caseId: string } | undefined> {
  const own = await caseOf(unit, item.id);
  if (own?.quote === undefined || sameWords(item.text, own.quote)) return undefined;
  if (item.textBefore === before.textBefore) {
    if (item.text !== undefined && sameWords(own.quote, before.text))
      await unit.put('cases', { ...own, quote: item.text, updatedAt: unit.now });
    return undefined;
  }
  return comesBack(own, now.getTime()) ? writtenAgain(unit, own, item, unit.now) : undefined;
}

/** Tags of this effect open a case, join the one that is open, or bring back one of the same customer. */
export const caseEffect: Effect = { stores: [...caseStores, 'tags'], put, takenOff };
