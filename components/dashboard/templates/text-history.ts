/** A state that can come back. */
interface Past {
  text: string;
  caret: number;
}

export type ChangeKind = 'typing' | 'deleting' | 'other';

/** Steps that are kept. */
const longest = 200;
/** Typing within this many milliseconds is one step. */
const together = 800;

/** What was in the editor before: the browser's own undo does not see changes that are made for it. */
export class TextHistory {
  private readonly past: Past[] = [];
  private future: Past[] = [];
  private last: { at: number; kind: ChangeKind } = { at: Number.NEGATIVE_INFINITY, kind: 'other' };

  /**
   * Notes the state before a change.
   * @param kind changes of one kind that follow each other closely are one step; each `other` is one of its own
   * @param now milliseconds
   */
  note(before: Past, kind: ChangeKind, now: number): void {
    const joins = kind !== 'other' && this.last.kind === kind && now - this.last.at < together;
    this.last = { at: now, kind };
    this.future = [];
    if (joins) return;
    this.past.push(before);
    if (this.past.length > longest) this.past.shift();
  }
  /** @returns the state before, or null */
  undo(present: Past): Past | null {
    const found = this.past.pop() ?? null;
    if (found) this.future.push(present);
    this.last = { at: Number.NEGATIVE_INFINITY, kind: 'other' };
    return found;
  }
  redo(present: Past): Past | null {
    const found = this.future.pop() ?? null;
    if (found) this.past.push(present);
    return found;
  }
}
