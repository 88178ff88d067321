import type { Change } from '../../utils/domain/change-kind.ts';
import { type LookBase, matchLook } from '../../utils/services/snapshots/look-base.ts';
import { carriedRows } from '../../utils/snapshots/carried-rows.ts';
import { type ComparedLook, compareSnapshots } from '../../utils/snapshots/compare-snapshots.ts';

/**
 * Looks at one page again and again, without a notebook: each look is compared with the one before and with the rows that it carries.
 * @returns what takes one look (with what was seen of its pictures) and gives what it shows to be different
 */
export function lookingAgain(): (look: ComparedLook, pictures?: Iterable<[string, string]>) => Change[] {
  const looks: ComparedLook[] = [];
  const seen = new Map<string, string>();
  let base: LookBase = { look: {}, carried: [] };
  return (look, pictures = []) => {
    for (const [address, shown] of pictures) seen.set(address, shown);
    const carried = base.carried.map(({ row }) => row);
    const changes = compareSnapshots(base.look, look, { pictures: seen, carried });
    const { carries } = matchLook(base, String(looks.length - 1), look);
    looks.push(look);
    base = {
      look,
      carried: (carries.carried ?? []).flatMap((each) =>
        carriedRows(each, looks[Number(each.snapshotId)]?.reading?.products ?? []),
      ),
    };
    return changes;
  };
}
