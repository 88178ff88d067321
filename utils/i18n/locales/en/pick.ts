/** Words in other people's pages while the person points at an element. Fixed sentences only. */
export const pick = {
  pick_how:
    'Click where the page shows it. Keys: ↑ around it, ↓ inside, ← → beside, Enter takes it, Escape cancels.',
  pick_close: 'Cancel',
  pick_empty: 'Nothing can be read there. Choose another place.',
  pick_nameless:
    'Deckhand could not find this place again on another page. Choose a larger or a smaller part.',
  pick_failed: 'Deckhand did not answer. Choose it once more.',
};
export type PickKey = import('../../translate.ts').WordKey<typeof pick>;
