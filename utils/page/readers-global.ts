import type { PageReading } from '../domain/page-reading.ts';

/**
 * Where `readers.js` leaves the readers for the overlay and for the background's `executeScript`: one property of the isolated
 * world's global, which the page's own scripts cannot see. The background names the same symbol.
 */
const readersKey = Symbol.for('deckhand.readers');

export interface Readers {
  /** as records.md fixes it: pure, no change to the document */
  readPage(document: Document, url: string): PageReading;
}

type World = { [readersKey]?: Readers };

/** Puts the readers there; a later file replaces an earlier one. */
export function provideReaders(readers: Readers, world: object = globalThis): void {
  (world as World)[readersKey] = readers;
}

/** @returns null until the background has injected `readers.js` */
export function providedReaders(world: object = globalThis): Readers | null {
  return (world as World)[readersKey] ?? null;
}
