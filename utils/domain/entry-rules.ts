import type { OwnAccount } from './brand.ts';
import type { CampaignDetails, Entry } from './campaign.ts';
import type { ConditionResult, EntryCondition } from './campaign-kinds.ts';
import { copyOf, folded, hashtagSeeker, mentionsIn, plainHashtag } from './entry-words.ts';

/** Why a condition came out as it did. Words for each stand in the locales under `campaigns_because_<reason>`. */
export const checkReasons = [
  'by-hand',
  'text-there',
  'text-missing',
  'hashtag-there',
  'hashtag-missing',
  'mentions-enough',
  'mentions-few',
  'in-time',
  'too-early',
  'too-late',
  'time-unknown',
  'nothing-set',
  'not-shown',
  'country-unknown',
  'country-fits',
  'country-other',
] as const;
export type CheckReason = (typeof checkReasons)[number];

/** Why an entry is out. Words under `campaigns_out_<reason>`. */
export const outReasons = [
  'excluded',
  'own',
  'staff',
  'suppressed',
  'condition',
  'same-person',
  'same-text',
] as const;
export type OutReason = (typeof outReasons)[number];

export interface Check {
  condition: EntryCondition;
  /** what was asked for: the text, the hashtag, how many names */
  wanted?: string | undefined;
  /** names that were counted */
  found?: number | undefined;
  result: ConditionResult;
  reason: CheckReason;
}

/** `eligible`: everything passed · `open`: nothing failed, and something cannot be checked · `out` */
export const entryStates = ['eligible', 'open', 'out'] as const;
export type EntryState = (typeof entryStates)[number];

export interface Verdict {
  state: EntryState;
  checks: Check[];
  /** absent: not out */
  out?: OutReason;
  /** the entry that counts instead, of `same-person` and `same-text` */
  instead?: string;
  /** how many other people wrote the same long text: shown, never decided */
  copies: number;
}

type Rules = Pick<
  CampaignDetails,
  'conditions' | 'countries' | 'hashtags' | 'liveFrom' | 'liveUntil' | 'oneEach' | 'staff'
>;
type Judged = Pick<
  Entry,
  'id' | 'author' | 'authorKeys' | 'text' | 'publishedAt' | 'country' | 'byHand' | 'excluded'
>;

/** Who may not win, beside the campaign's own list. */
export interface Around {
  own: readonly Pick<OwnAccount, 'platform' | 'handle' | 'stableId'>[];
  /** ids of entries of people who asked not to be stored */
  suppressed: ReadonlySet<string>;
}

const plainName = (name: string) => folded(name).replace(/^@/, '');

/**
 * Whether a name that the operator wrote is this author's: the handle in any case. Where a site puts only its number in an address (Weibo,
 * Bilibili), nobody knows people by it, and the shown name counts too.
 */
function isNamed({ handle, stableId, displayName }: Entry['author'], name: string): boolean {
  const plain = plainName(name);
  return plain === plainName(handle) || (handle === stableId && plain === plainName(displayName ?? handle));
}

/** Whether an account is this author: by the stable id where both have one, otherwise by its name. */
function isAccount(author: Entry['author'], own: Around['own'][number]): boolean {
  if (own.platform !== author.platform) return false;
  if (own.stableId !== undefined && author.stableId !== undefined) return own.stableId === author.stableId;
  return isNamed(author, own.handle);
}

function checkTime(
  { publishedAt }: Judged,
  { liveFrom, liveUntil }: Rules,
): Pick<Check, 'result' | 'reason'> {
  if (liveFrom === undefined && liveUntil === undefined)
    return { result: 'not-checkable', reason: 'nothing-set' };
  if (publishedAt === undefined) return { result: 'not-checkable', reason: 'time-unknown' };
  const at = Date.parse(publishedAt);
  if (liveFrom !== undefined && at < Date.parse(liveFrom)) return { result: 'failed', reason: 'too-early' };
  if (liveUntil !== undefined && at >= Date.parse(liveUntil)) return { result: 'failed', reason: 'too-late' };
  return { result: 'passed', reason: 'in-time' };
}

function checkCountry({ country }: Judged, { countries }: Rules): Pick<Check, 'result' | 'reason'> {
  if (countries.length === 0) return { result: 'not-checkable', reason: 'nothing-set' };
  if (country === undefined) return { result: 'not-checkable', reason: 'country-unknown' };
  return countries.includes(country)
    ? { result: 'passed', reason: 'country-fits' }
    : { result: 'failed', reason: 'country-other' };
}

/** How many others a text names: each once, neither us nor its writer. */
function countMentions(entry: Judged, own: Around['own']): number {
  const names = mentionsIn(entry.text);
  for (const account of own)
    if (account.platform === entry.author.platform) names.delete(plainName(account.handle));
  names.delete(plainName(entry.author.handle));
  if (entry.author.displayName !== undefined) names.delete(plainName(entry.author.displayName));
  return names.size;
}

function checkOne(
  entry: Judged,
  condition: Rules['conditions'][number],
  rules: Rules,
  { own }: Around,
): Check {
  const { kind } = condition;
  const byHand = entry.byHand[kind];
  const named = { condition: kind, ...(condition.text === undefined ? {} : { wanted: condition.text }) };
  if (byHand !== undefined) return { ...named, result: byHand, reason: 'by-hand' };
  switch (kind) {
    case 'text': {
      if (condition.text === undefined) return { ...named, result: 'not-checkable', reason: 'nothing-set' };
      const there = folded(entry.text).includes(folded(condition.text));
      return { ...named, result: there ? 'passed' : 'failed', reason: there ? 'text-there' : 'text-missing' };
    }
    case 'hashtag': {
      const wanted = condition.text === undefined ? rules.hashtags : [condition.text];
      const tags = wanted.map(plainHashtag).filter((tag) => tag !== '');
      if (tags.length === 0) return { ...named, result: 'not-checkable', reason: 'nothing-set' };
      const has = hashtagSeeker(entry.text);
      const there = tags.some(has);
      return {
        condition: kind,
        wanted: tags.map((tag) => `#${tag}`).join(' '),
        result: there ? 'passed' : 'failed',
        reason: there ? 'hashtag-there' : 'hashtag-missing',
      };
    }
    case 'mentions': {
      const wanted = condition.count ?? 1;
      const found = countMentions(entry, own);
      const enough = found >= wanted;
      return {
        condition: kind,
        wanted: String(wanted),
        found,
        result: enough ? 'passed' : 'failed',
        reason: enough ? 'mentions-enough' : 'mentions-few',
      };
    }
    case 'in-time':
      return { ...named, ...checkTime(entry, rules) };
    case 'country':
      return { ...named, ...checkCountry(entry, rules) };
    default:
      // no page shows who liked or follows: only somebody who looked can say so
      return { ...named, result: 'not-checkable', reason: 'not-shown' };
  }
}

/** Every condition for one entry. Countries are asked for wherever some are named. */
export function checkEntry(entry: Judged, rules: Rules, around: Around): Check[] {
  const conditions = [...rules.conditions];
  if (rules.countries.length > 0 && !conditions.some(({ kind }) => kind === 'country'))
    conditions.push({ kind: 'country' });
  return conditions.map((condition) => checkOne(entry, condition, rules, around));
}

function personallyOut(entry: Judged, { staff }: Rules, around: Around): OutReason | undefined {
  if (entry.excluded !== undefined) return 'excluded';
  if (around.suppressed.has(entry.id)) return 'suppressed';
  if (around.own.some((own) => isAccount(entry.author, own))) return 'own';
  if (staff.some((name) => isNamed(entry.author, name))) return 'staff';
  return undefined;
}

/** Finds who is the same person: whoever shares an identity key, also by way of a third entry (somebody renamed). */
export function personsOf(entries: readonly Pick<Entry, 'id' | 'authorKeys'>[]): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { authorKeys } of entries) {
    const [first, ...others] = authorKeys;
    if (first === undefined) continue;
    const top = root(first);
    parent.set(top, top);
    parent.set(first, top);
    for (const key of others) {
      const other = root(key);
      if (other !== top) parent.set(other, top);
      parent.set(key, top);
    }
  }
  return new Map(entries.map(({ id, authorKeys: [first] }) => [id, first === undefined ? id : root(first)]));
}

/** Earlier entries count before later ones; where nobody knows when, in the order in which they were collected. */
function earlier(a: Judged, b: Judged): number {
  const written = ({ publishedAt }: Judged) =>
    publishedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(publishedAt);
  const [at, other] = [written(a), written(b)];
  if (at !== other) return at < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * Judges all entries of a campaign, each with its reasons. Of one person's entries the first that is not out counts, before that one of which
 * everything is known; who may write several times still has each text counted once.
 * @param entries all of one campaign
 */
export function judgeEntries(entries: readonly Judged[], rules: Rules, around: Around): Map<string, Verdict> {
  const persons = personsOf(entries);
  const writers = new Map<string, Set<string>>();
  for (const { id, text } of entries) {
    const copy = copyOf(text);
    if (copy === null) continue;
    const same = writers.get(copy) ?? new Set();
    writers.set(copy, same.add(persons.get(id) ?? id));
  }
  const verdicts = new Map<string, Verdict>();
  for (const entry of entries) {
    const checks = checkEntry(entry, rules, around);
    const failed = checks.some(({ result }) => result === 'failed');
    const out = personallyOut(entry, rules, around) ?? (failed ? 'condition' : undefined);
    const open = checks.some(({ result }) => result === 'not-checkable');
    const copy = copyOf(entry.text);
    const copies = copy === null ? 0 : (writers.get(copy)?.size ?? 1) - 1;
    verdicts.set(entry.id, {
      state: out ? 'out' : open ? 'open' : 'eligible',
      checks,
      ...(out ? { out } : {}),
      copies,
    });
  }
  // of one person those of which everything is known come first
  const stateOf = ({ id }: Judged) => (verdicts.get(id)?.state === 'eligible' ? 0 : 1);
  const inOrder = [...entries].sort((a, b) => stateOf(a) - stateOf(b) || earlier(a, b));
  const counted = new Map<string, string>();
  for (const entry of inOrder) {
    const verdict = verdicts.get(entry.id);
    if (!verdict || verdict.state === 'out') continue;
    const person = persons.get(entry.id) ?? entry.id;
    const place = rules.oneEach ? person : `${person}\n${folded(entry.text)}`;
    const first = counted.get(place);
    if (first === undefined) counted.set(place, entry.id);
    else
      verdicts.set(entry.id, {
        ...verdict,
        state: 'out',
        out: rules.oneEach ? 'same-person' : 'same-text',
        instead: first,
      });
  }
  return verdicts;
}
