import type { Settings } from '../../utils/domain/settings.ts';
import { formatList } from '../../utils/i18n/format.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/field.tsx';
import { EmptyState, ErrorNote } from '../ui/note.tsx';
import { SiteChooser } from './site-chooser.tsx';
import { coversEverySite, everySite, grantedOrigins, otherOrigins } from './sites.ts';
import { type Platform, useSurroundings } from './surroundings.ts';
import { useAccess } from './use-access.ts';
import { useT } from './words.ts';

/** Sites with access: buttons on or off for each, access taken away, more added. */
export function SitesSection({ settings }: { settings: Settings }) {
  const t = useT();
  const { platforms } = useSurroundings();
  const access = useAccess();
  const save = useAction('settings.save');
  const granted = access.granted ?? [];
  const every = coversEverySite(granted);
  // a shop of one country may be granted without the others
  const hostsOf = (platform: Platform) =>
    every ? platform.hosts : platform.hosts.filter((host) => granted.includes(`https://${host}/*`));
  const listed = platforms.filter((platform) => hostsOf(platform).length > 0);
  const others = otherOrigins(granted, platforms);
  const isOn = (platform: Platform) => !hostsOf(platform).every((host) => settings.sitesOff.includes(host));
  const switchSite = (platform: Platform, on: boolean) => {
    const rest = settings.sitesOff.filter((host) => !platform.hosts.includes(host));
    void save.run({ changes: { sitesOff: on ? rest : [...rest, ...hostsOf(platform)] } });
  };

  return (
    <section class="panel" aria-labelledby="sites">
      <h2 id="sites">{t('sites_title')}</h2>
      <p class="soft">{t('sites_words')}</p>
      {access.granted && listed.length === 0 && others.length === 0 && (
        <EmptyState title={t('sites_none')}>{t('sites_none_next')}</EmptyState>
      )}
      <ul class="rows">
        {listed.map((platform) => {
          const name = t(`platform_${platform.id}`);
          return (
            <li key={platform.id}>
              <div class="row-words">
                <CheckField
                  label={t('sites_buttons_on', { name })}
                  hint={formatList(
                    t.locale,
                    hostsOf(platform).map((host) => host.replace('*.', '')),
                  )}
                  checked={isOn(platform)}
                  onChange={(on) => switchSite(platform, on)}
                />
              </div>
              {!every && (
                <Button
                  label={t('sites_take_away_named', { name })}
                  onClick={() => access.remove(grantedOrigins(granted, platform))}
                >
                  {t('sites_take_away')}
                </Button>
              )}
            </li>
          );
        })}
        {(every ? [everySite, ...others] : others).map((origin) => {
          const name = origin === everySite ? t('sites_all') : origin.replace(/^\w+:\/\/|\/\*$/g, '');
          return (
            <li key={origin}>
              <span class="row-words">{name}</span>
              <Button
                label={t('sites_take_away_named', { name })}
                onClick={() =>
                  access.remove(
                    origin === everySite ? granted.filter((other) => coversEverySite([other])) : [origin],
                  )
                }
              >
                {t('sites_take_away')}
              </Button>
            </li>
          );
        })}
      </ul>
      {save.failed && <ErrorNote code={save.failed} />}
      <h3>{t('sites_add')}</h3>
      <SiteChooser access={access} onlyOpen />
    </section>
  );
}
