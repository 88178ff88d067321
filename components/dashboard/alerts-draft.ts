import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../utils/domain/settings.ts';
import { useAction } from '../hooks/use-action.ts';

/**
 * Settings that are saved at once, cell by cell. Where one setting is a table or a list, the next change must build on the last one, not on
 * what the notebook last said: that may come later than the next press.
 * @returns what is shown, and the state of the last save; what could not be saved goes back to what the notebook has
 */
export function useSettingsDraft(settings: Settings) {
  const save = useAction('settings.save');
  const [draft, setDraft] = useState(settings);
  const underWay = useRef(0);
  const stored = useRef(settings);
  useEffect(() => {
    stored.current = settings;
    if (underWay.current === 0) setDraft(settings);
  }, [settings]);

  const set = async (changes: Partial<Settings>) => {
    setDraft((before) => ({ ...before, ...changes }));
    underWay.current += 1;
    const result = await save.run({ changes });
    underWay.current -= 1;
    if (!result.ok && underWay.current === 0) setDraft(stored.current);
  };
  return { draft, set: (changes: Partial<Settings>) => void set(changes), save };
}
