import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../utils/domain/settings.ts';
import { useAction } from '../hooks/use-action.ts';
import { CheckField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** Always here, or not: access to this one site, and whether our buttons stand on it. */
export function SiteSwitch({ url, settings }: { url: string; settings: Settings }) {
  const t = useT();
  const { hasAccess, askAccess } = useSurroundings();
  const { hostname, protocol } = new URL(url);
  const origin = `https://${hostname}/*`;
  const [granted, setGranted] = useState<boolean | null>(null);
  const save = useAction('settings.save');
  useEffect(() => {
    void hasAccess(origin).then(setGranted);
  }, [hasAccess, origin]);
  // access is given for https alone
  if (protocol !== 'https:' || granted === null) return null;

  const isOff = settings.sitesOff.includes(hostname);
  const rest = settings.sitesOff.filter((host) => host !== hostname);
  const turn = (on: boolean) => {
    // the browser hears this wish only in the click itself
    if (on && !granted) void askAccess(origin).then(setGranted);
    if (on !== !isOff) void save.run({ changes: { sitesOff: on ? rest : [...rest, hostname] } });
  };
  return (
    <div class="site-switch">
      <CheckField
        label={t('always_here', { host: hostname })}
        hint={granted ? undefined : t('always_here_asks')}
        checked={granted && !isOff}
        onChange={turn}
      />
      {save.failed && <ErrorNote code={save.failed} />}
    </div>
  );
}
