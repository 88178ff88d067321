import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MissingReason } from '../../utils/domain/change-kind.ts';
import { ask } from '../../utils/messaging/client.ts';

/** Between two looks at a picture that is being taken, milliseconds: a part of it takes half a second. */
const lookEvery = 400;

export interface TabPicture {
  /** the picture that is being taken, and how much of it is there, 0 to 1 */
  running: { snapshotId: string; share: number } | null;
  /** why there is none; null: there is one, or nobody knows yet */
  missing: MissingReason | null;
  /** looks at the picture of a snapshot that was just taken from now on */
  follow: (snapshotId: string) => void;
}

/** The picture that is being taken of a tab, also by somebody else than the one who asks: the key, a visit, a popup that was closed. */
export function usePicture(tabId: number): TabPicture {
  // an object: the same snapshot may get a picture once more
  const [followed, setFollowed] = useState<{ snapshotId: string } | null>(null);
  const [now, setNow] = useState<Omit<TabPicture, 'follow'>>({ running: null, missing: null });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async (snapshotId: string | null) => {
      const answer = await ask('snapshot.picture', { tabId, ...(snapshotId ? { snapshotId } : {}) });
      if (gone || !answer.ok) return;
      const { running, picture } = answer.value;
      // a popup that comes in the middle follows what it finds
      const next = snapshotId ?? running?.snapshotId ?? null;
      const isOver = running?.snapshotId !== next;
      setNow({ running, missing: isOver && picture?.state === 'missing' ? picture.reason : null });
      if (running) timer = setTimeout(() => void look(next), lookEvery);
    };
    void look(followed?.snapshotId ?? null);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [tabId, followed]);
  return { ...now, follow: useCallback((snapshotId: string) => setFollowed({ snapshotId }), []) };
}
