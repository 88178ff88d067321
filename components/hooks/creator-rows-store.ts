import type { CreatorRow } from '../../utils/domain/creator-list.ts';
import type { Id } from '../../utils/domain/record.ts';
import type { ErrorCode } from '../../utils/domain/result.ts';
import { ask, onChange } from '../../utils/messaging/client.ts';

/** What the list knows. `loading`: nothing yet · `partial`: more is coming · `ready`: everybody is here. */
export interface CreatorRows {
  state: 'loading' | 'partial' | 'ready';
  /** newest first */
  rows: readonly CreatorRow[];
  /** how many there are in all, as far as is known */
  total: number;
  /** something has changed that the rows do not show yet: for a moment they must not be exported */
  stale: boolean;
  /** why the last question failed; what was loaded before stays */
  code: ErrorCode | null;
}

/** The first page fills the screen at once; the others come while nobody waits. */
const firstPage = 60;
const laterPage = 1_000;
/** Several changes in one go, as a batch makes them, are asked for once, milliseconds. */
const settle = 150;
/** After the whole list was read anew, the next changes wait longer: an import in another tab announces itself many times. */
const rest = 1_000;

const empty: CreatorRows = { state: 'loading', rows: [], total: 0, stale: false, code: null };

/**
 * All rows of the list in memory: loaded in pages, then kept true by asking what changed. It lives as long as the page, so that
 * coming back to the list shows it at once and an erased person is gone from it wherever the operator is.
 */
export class CreatorRowsStore {
  #shown = empty;
  #rows = new Map<Id, CreatorRow>();
  #next: Id | null = null;
  /** moment of the state that the rows stand for; null before the first page */
  #at: string | null = null;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working = false;
  /** something changed while an answer was under way */
  #askAgain = false;
  #wait = settle;
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();

  constructor() {
    onChange(['creators', 'recovery'], () => this.#changed(), this.#stop.signal);
  }

  get shown(): CreatorRows {
    return this.#shown;
  }

  /** From the first listener on there are rows; without any, a change too large to follow lets go of them. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#at === null) this.again();
    return () => this.#listeners.delete(listener);
  }

  /** Asks for the first page before there is a listener. */
  ahead(): void {
    if (this.#at === null && !this.#working) void this.#load();
  }

  /** Tries again where it failed. */
  again(): void {
    if (this.#working) return;
    if (this.#at === null && this.#listeners.size === 0) return;
    if (this.#shown.state === 'ready') void this.#catchUp();
    else void this.#load(this.#next);
  }

  close(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#listeners.clear();
  }

  #show(next: Partial<CreatorRows>): void {
    this.#shown = { ...this.#shown, ...next };
    for (const listener of this.#listeners) listener();
  }

  /** Loads page after page; `after` goes on where it stopped. A list that is already shown stays until the new one is whole. */
  async #load(after: Id | null = null, repeated = false): Promise<void> {
    const mine = ++this.#turn;
    const anew = after === null;
    const quiet = anew && this.#shown.state === 'ready';
    const rows = anew ? new Map<Id, CreatorRow>() : this.#rows;
    this.#working = true;
    this.#askAgain = false;
    let next = after;
    let first = anew;
    for (;;) {
      const page = await ask('creator.rows', { after: next, limit: first ? firstPage : laterPage });
      if (mine !== this.#turn) return;
      if (!page.ok) return this.#failed(page.code);
      // changes while the pages come are asked for from here on
      if (first) this.#at = page.value.at;
      first = false;
      for (const row of page.value.rows) rows.set(row.id, row);
      next = page.value.next;
      if (!quiet || next === null) {
        this.#rows = rows;
        this.#next = next;
        const state = next === null ? 'ready' : 'partial';
        const total = next === null ? rows.size : Math.max(page.value.total, rows.size);
        this.#show({ state, rows: [...rows.values()], total, code: null });
      }
      if (next === null) break;
      await idle();
      if (mine !== this.#turn) return;
    }
    this.#working = false;
    if (repeated) this.#wait = rest;
    if (this.#askAgain) this.#changed();
    else if (this.#shown.stale) this.#show({ stale: false });
  }

  #letGo(): void {
    this.#rows = new Map();
    this.#next = null;
    this.#at = null;
    this.#askAgain = false;
    this.#wait = settle;
    this.#show(empty);
  }

  #failed(code: ErrorCode): void {
    this.#working = false;
    this.#show({ code });
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#askAgain = this.#working;
    if (this.#shown.state === 'ready' && !this.#shown.stale) this.#show({ stale: true });
    if (!this.#working) this.#timer = setTimeout(() => this.again(), this.#wait);
  }

  async #catchUp(): Promise<void> {
    const since = this.#at;
    if (since === null) return;
    const mine = this.#turn;
    this.#working = true;
    const answer = await ask('creator.rows-since', { since });
    if (mine !== this.#turn) return;
    this.#working = false;
    if (!answer.ok) return this.#failed(answer.code);
    if (answer.value.all) return this.#listeners.size ? this.#load(null, true) : this.#letGo();
    this.#wait = settle;
    this.#at = answer.value.at;
    this.#patch(answer.value.rows, answer.value.gone);
    if (this.#askAgain) this.#changed();
  }

  /** A new creator stands on top: ids grow with time, and the list is kept newest first. */
  #patch(changed: readonly CreatorRow[], gone: readonly Id[]): void {
    const moved = changed.filter((row) => !same(this.#rows.get(row.id), row));
    const left = gone.filter((id) => this.#rows.delete(id));
    const stale = this.#askAgain;
    if (moved.length + left.length === 0) {
      if (this.#shown.code || this.#shown.stale !== stale) this.#show({ stale, code: null });
      return;
    }
    const added = moved.filter(({ id }) => !this.#rows.has(id));
    for (const row of moved) this.#rows.set(row.id, row);
    if (added.length) this.#rows = new Map([...this.#rows].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0)));
    this.#show({ rows: [...this.#rows.values()], total: this.#rows.size, stale, code: null });
  }
}

/** The same content: the row object on the screen is kept then, with all that was made from it. */
function same(a: CreatorRow | undefined, b: CreatorRow): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Until the browser has nothing better to do, half a second at most. */
function idle(): Promise<void> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => done(), { timeout: 500 });
    else setTimeout(done, 0);
  });
}
