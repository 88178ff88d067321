/** The one running script of a world. Lives on the isolated world's global, which the page's own scripts cannot see. */
export interface Running {
  alive(): boolean;
  stop(): void;
}

const markerKey = Symbol.for('deckhand.overlay');
type World = { [markerKey]?: Running };

/**
 * Makes this script the one that runs. A live one of the same world stays, and the caller steps back; one whose extension is
 * gone is stopped first.
 * @returns whether the caller may start
 */
export function claim(running: Running, world: object = globalThis): boolean {
  const before = (world as World)[markerKey];
  if (before?.alive()) return false;
  before?.stop();
  (world as World)[markerKey] = running;
  return true;
}
