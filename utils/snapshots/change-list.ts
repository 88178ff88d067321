import { percentBetween } from '../domain/amount.ts';
import type { Change, ChangeKind } from '../domain/change-kind.ts';
import { defaultSeverities, type SeverityTable, severityOf } from '../domain/severity.ts';
import { snapshotLimits } from '../domain/snapshot-limits.ts';
import { cutText } from './plain-text.ts';
import type { Row } from './product-rows.ts';

export interface CompareOptions {
  /** how grave what is; the person may have another table */
  severities?: SeverityTable;
  /**
   * Hashes of pictures (`pictureHash`) by their address, where the pictures themselves were seen: a picture under another address is then
   * told by what it shows.
   */
  pictures?: ReadonlyMap<string, string>;
  /** products of earlier looks that the older one had not loaded */
  carried?: readonly Row[];
}

type Found = Omit<Change, 'severity'>;

/** Collects changes: cuts their texts, grades them. */
export class ChangeList {
  readonly changes: Change[] = [];
  readonly #severities: SeverityTable;

  constructor({ severities = defaultSeverities }: CompareOptions = {}) {
    this.#severities = severities;
  }

  add({ kind, key, title, from, to, percent }: Found): void {
    const cut = <T extends string | number>(value: T) =>
      typeof value === 'string' ? cutText(value, snapshotLimits.changedText) : value;
    this.changes.push({
      kind,
      key: key.slice(0, 8_000) || kind,
      ...(title === undefined ? {} : { title: cutText(title, snapshotLimits.changedText) }),
      ...(from === undefined ? {} : { from: cut(from) }),
      ...(to === undefined ? {} : { to: cut(to) }),
      ...(percent === undefined ? {} : { percent }),
      severity: severityOf(kind, percent, this.#severities),
    });
  }

  /** Adds a change of a number, with its percentage. */
  addNumber(kind: ChangeKind, key: string, from: number, to: number, title?: string): void {
    const percent = percentBetween(from, to);
    this.add({
      kind,
      key,
      from,
      to,
      ...(title === undefined ? {} : { title }),
      ...(percent === undefined ? {} : { percent }),
    });
  }
}
