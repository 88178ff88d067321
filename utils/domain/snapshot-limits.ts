/**
 * The most that one snapshot takes from a page. A page is hostile and may be endless; what is over a limit is left out and the layer
 * says `cut`. Texts are in UTF-16 units.
 */
export const snapshotLimits = {
  blocks: 3_000,
  blockText: 4_000,
  /** of all blocks together */
  text: 400_000,
  /** what a change keeps of each side; the snapshot's own layer has the whole */
  changedText: 2_000,
  nodes: 12_000,
  name: 80,
  classes: 6,
  styles: 300_000,
  /** 20,000 px of page in tiles of 256 px, three wide at most */
  tiles: 240,
  /** elements looked at, whatever becomes of them */
  elements: 60_000,
  depth: 400,
  /** earlier looks whose rows a half-loaded one carries, and runs of rows of each */
  carriedLooks: 6,
  carriedRuns: 2_000,
} as const;
