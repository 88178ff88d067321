/** What a page added to one of its lists in one go, one after the other. */
export type AddedRows = ArrayLike<Node>;

/**
 * What was added, rows of one list together. Plain loops that touch little: a page that draws its rows one by one gives a record for each.
 * @param told.changed something was added to this or taken out of it; each once
 * @param told.ours what we put there ourselves: no change of the site
 */
export function addedRows(
  records: readonly MutationRecord[],
  told: { changed(target: Node): void; ours: WeakSet<Node> },
): { added: AddedRows[]; removed: boolean } {
  const added: AddedRows[] = [];
  const targets = new Set<Node>();
  let removed = false;
  let target: Node | null = null;
  let open: Node[] | null = null;
  let last: Node | undefined;
  for (const record of records) {
    const nodes = record.addedNodes;
    const count = nodes.length;
    const first = count > 0 ? nodes[0] : record.removedNodes[0];
    if (!first || told.ours.has(first)) continue;
    if (record.target !== target) {
      target = record.target;
      open = null;
      if (!targets.has(target)) {
        targets.add(target);
        told.changed(target);
      }
    }
    if (count === 0) {
      removed = true;
      open = null;
    } else if (count > 1) {
      added.push(nodes);
      open = null;
    } else if (open && first.previousSibling === last) {
      open.push(first);
    } else {
      open = [first];
      added.push(open);
    }
    last = nodes[count - 1];
  }
  return { added, removed };
}
