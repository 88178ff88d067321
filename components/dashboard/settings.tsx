import type { Settings } from '../../utils/domain/settings.ts';
import { languages, themes } from '../../utils/domain/vocabulary.ts';
import { useAction } from '../hooks/use-action.ts';
import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { AlertsSections } from './alerts-section.tsx';
import { BrandsSection } from './brands-section.tsx';
import { PictureAccess } from './picture-access.tsx';
import { SavedPanel } from './saved-panel.tsx';
import { SitesSection } from './sites-section.tsx';
import { useSurroundings } from './surroundings.ts';
import { TeamSection } from './team-section.tsx';
import { useT } from './words.ts';

/** Everything that can be set; each control saves at once and says so. */
export function SettingsPage({ settings }: { settings: Settings }) {
  const t = useT();
  return (
    <>
      <h1>{t('nav_settings')}</h1>
      <Look settings={settings} />
      <BrandsSection settings={settings} />
      <SitesSection settings={settings} />
      <Work settings={settings} />
      <TeamSection settings={settings} />
      <AlertsSections settings={settings} />
      <Shortcuts />
      <Privacy />
    </>
  );
}

function Look({ settings }: { settings: Settings }) {
  const t = useT();
  const save = useAction('settings.save');
  const set = (changes: Partial<Settings>) => void save.run({ changes });
  return (
    <SavedPanel id="look" title={t('look_title')} save={save}>
      <div class="form-row">
        <Select
          label={t('language')}
          value={settings.language}
          options={(['auto', ...languages] as const).map((value) => ({
            value,
            label: t(`language_${value}`),
          }))}
          onChange={(language) => set({ language })}
        />
        <Select
          label={t('theme')}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: t(`theme_${value}`) }))}
          onChange={(theme) => set({ theme })}
        />
        {t.language === 'zh_CN' && (
          // only simplified Chinese has two words for a creator
          <Select
            label={t('market')}
            value={settings.market}
            options={(['cross-border', 'domestic'] as const).map((value) => ({
              value,
              label: t(`market_${value}`),
            }))}
            onChange={(market) => set({ market })}
          />
        )}
      </div>
    </SavedPanel>
  );
}

function Work({ settings }: { settings: Settings }) {
  const t = useT();
  const save = useAction('settings.save');
  const set = (changes: Partial<Settings>) => void save.run({ changes });
  return (
    <SavedPanel id="work" title={t('work_title')} save={save}>
      <CheckField
        label={t('show_counts')}
        hint={t('show_counts_hint')}
        checked={settings.showCounts}
        onChange={(showCounts) => set({ showCounts })}
      />
      <CheckField
        label={t('snapshot_on_visit')}
        hint={t('snapshot_on_visit_hint')}
        checked={settings.snapshotOnVisit}
        onChange={(snapshotOnVisit) => set({ snapshotOnVisit })}
      />
      <PictureAccess />
      <CheckField
        label={t('overlay_shown')}
        hint={t('overlay_shown_hint')}
        checked={!settings.overlayHidden}
        onChange={(shown) => set({ overlayHidden: !shown })}
      />
    </SavedPanel>
  );
}

function Shortcuts() {
  const t = useT();
  const { openShortcuts } = useSurroundings();
  return (
    <section class="panel" aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t('shortcuts')}</h2>
      <p class="soft">{t('shortcuts_words')}</p>
      <Button icon="open" onClick={openShortcuts}>
        {t('shortcuts_open')}
      </Button>
    </section>
  );
}

function Privacy() {
  const t = useT();
  return (
    <section class="panel prose" aria-labelledby="privacy">
      <h2 id="privacy">{t('about_privacy')}</h2>
      <p>{t('privacy_network')}</p>
      <p>
        <a href="#/about">{t('about_privacy_more')}</a>
      </p>
    </section>
  );
}
