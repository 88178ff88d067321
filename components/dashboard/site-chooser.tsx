import { useState } from 'preact/hooks';
import { chinaPlatforms, type PlatformId, storePlatforms } from '../../utils/domain/platform.ts';
import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { coversEverySite, everySite, isGranted, originsOf } from './sites.ts';
import { type Platform, useSurroundings } from './surroundings.ts';
import type { Access } from './use-access.ts';
import { useT } from './words.ts';

const isStore = (id: PlatformId) => storePlatforms.includes(id);
const isChinese = (id: PlatformId) => chinaPlatforms.some((china) => china === id);

/** The platforms by home, to be ticked and allowed in one go; what the browser answered is said below. `onlyOpen`: without the allowed ones. */
export function SiteChooser({ access, onlyOpen }: { access: Access; onlyOpen?: boolean }) {
  const t = useT();
  const { platforms } = useSurroundings();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const granted = access.granted ?? [];
  const toggle = (id: string, on: boolean) =>
    setChosen((all) => (on ? [...all, id] : all.filter((other) => other !== id)));
  const withHosts = platforms.filter(
    (platform) => platform.hosts.length > 0 && !(onlyOpen && isGranted(granted, platform)),
  );
  const groups = [
    { key: 'sites_global', list: withHosts.filter(({ id }) => !isChinese(id) && !isStore(id)) },
    { key: 'sites_china', list: withHosts.filter(({ id }) => isChinese(id) && !isStore(id)) },
    { key: 'sites_stores', list: withHosts.filter(({ id }) => isStore(id)) },
  ] as const;
  const open = withHosts.filter((platform) => chosen.includes(platform.id) && !isGranted(granted, platform));
  const wantsAll = chosen.includes(everySite) && !coversEverySite(granted);
  const origins = wantsAll ? [everySite] : open.flatMap(originsOf);

  return (
    <div class="form-stack">
      <div class="site-groups">
        {groups.map(
          ({ key, list }) =>
            list.length > 0 && (
              <fieldset key={key}>
                <legend>{t(key)}</legend>
                {list.map((platform) => (
                  <PlatformTick
                    key={platform.id}
                    platform={platform}
                    granted={isGranted(granted, platform)}
                    chosen={chosen.includes(platform.id)}
                    onToggle={(on) => toggle(platform.id, on)}
                  />
                ))}
              </fieldset>
            ),
        )}
      </div>
      <p class="soft">{t('sites_one_country')}</p>
      <CheckField
        label={t('sites_all')}
        hint={t('sites_all_hint')}
        checked={coversEverySite(granted) || chosen.includes(everySite)}
        disabled={coversEverySite(granted)}
        onChange={(on) => toggle(everySite, on)}
      />
      <div class="form-end">
        <Button kind="primary" disabled={origins.length === 0} onClick={() => access.request(origins)}>
          {t('sites_allow')}
        </Button>
      </div>
      {access.outcome === 'granted' && <Note kind="good">{t('sites_granted')}</Note>}
      {access.outcome === 'denied' && <Note kind="warn">{t('sites_denied')}</Note>}
      {access.outcome === 'failed' && <Note kind="bad">{t('sites_failed')}</Note>}
    </div>
  );
}

function PlatformTick({
  platform,
  granted,
  chosen,
  onToggle,
}: {
  platform: Platform;
  granted: boolean;
  chosen: boolean;
  onToggle: (on: boolean) => void;
}) {
  const t = useT();
  const name = t(`platform_${platform.id}`);
  return (
    <CheckField
      label={granted ? `${name} · ${t('sites_allowed')}` : name}
      checked={granted || chosen}
      disabled={granted}
      onChange={onToggle}
    />
  );
}
