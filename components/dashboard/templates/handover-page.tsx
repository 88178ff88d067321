import './handover.css';
import { useMemo, useState } from 'preact/hooks';
import { localDay } from '../../../utils/domain/day.ts';
import type { PlatformId } from '../../../utils/domain/platform.ts';
import { formatDay } from '../../../utils/i18n/format.ts';
import { handover } from '../../../utils/templates/handover.ts';
import { useHandover } from '../../hooks/use-handover.ts';
import { useTemplates } from '../../hooks/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { WebLink } from '../person/web-link.tsx';
import { segmentsOf } from './chip-model.ts';
import { chipWords } from './chip-words.ts';
import { languageName } from './language-name.ts';
import { listAddress } from './use-list-state.ts';
import { useT } from './words.tsx';
import { workingLanguage } from './working-language.ts';

/** One page for a stand-in, to be printed: how we speak, where we are, what we answer, whom we watch, what is to be done today. */
export function HandoverPage() {
  const t = useT();
  const list = useTemplates();
  const { sources, code, again } = useHandover();
  const [language, setLanguage] = useState(() => workingLanguage(t.language));
  const languages = useMemo(
    () => [
      ...new Set([
        workingLanguage(t.language),
        ...list.templates.flatMap(({ variants }) => variants.map((variant) => variant.language)),
      ]),
    ],
    [list.templates, t.language],
  );
  const made = useMemo(
    () =>
      sources &&
      handover({
        brand: list.brand,
        templates: list.templates,
        watchlist: sources.watchlist.map(({ competitor, pages }) => ({
          name: competitor.name,
          tier: t(`tier_${competitor.tier}`),
          pages: pages.map(({ title, url }) => ({ title: title || url, url })),
        })),
        today: sources.checklist.rows.map((row) => ({
          text: row.text ?? (row.key ? t(`routine_${row.key}`) : ''),
          done: row.done,
        })),
        language,
      }),
    [sources, list.brand, list.templates, language, t],
  );
  const failed = code ?? list.code;
  return (
    <div class="handover">
      <p class="handover-tools">
        <a href={listAddress()}>{t('templates_back')}</a>
      </p>
      <h1>{t('templates_handover_title', { name: list.brand?.name ?? '' })}</h1>
      <p class="soft">{formatDay(t.locale, localDay(), '')}</p>
      <div class="handover-tools form-end">
        <Select
          label={t('templates_handover_language')}
          value={language}
          options={languages.map((value) => ({ value, label: languageName(value, t.locale) }))}
          onChange={setLanguage}
        />
        <Button kind="primary" disabled={!made} onClick={() => window.print()}>
          {t('templates_handover_print')}
        </Button>
      </div>
      {failed && (
        <ErrorNote
          code={failed}
          again={() => {
            again();
            list.again();
          }}
        />
      )}
      {!made && !failed && <Skeleton lines={8} label={t('loading')} />}
      {made && list.state !== 'loading' && <Sheet made={made} />}
    </div>
  );
}

function Sheet({ made }: { made: ReturnType<typeof handover> }) {
  const t = useT();
  const { brand, folders, watchlist, today } = made;
  const accounts = (all: readonly { platform: string; handle: string }[]) =>
    all.map(({ platform, handle }) => `${t(`platform_${platform as PlatformId}`)} @${handle}`).join(' · ');
  const facts: [label: string, value: string | undefined][] = brand
    ? [
        [t('brand_voice'), brand.voice],
        [t('templates_handover_main'), accounts(brand.main)],
        [t('templates_handover_side'), accounts(brand.side)],
        [t('brand_group'), brand.groupLink],
        [t('brand_links'), brand.links.join('\n')],
        [t('brand_hashtags'), brand.hashtags.join(' ')],
      ]
    : [];
  return (
    <>
      {brand && (
        <section aria-labelledby="handover-brand">
          <h2 id="handover-brand">{t('templates_handover_brand')}</h2>
          <dl class="handover-facts">
            {facts
              .filter(([, value]) => value)
              .map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd dir="auto">{value}</dd>
                </div>
              ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="handover-today">
        <h2 id="handover-today">{t('templates_handover_today')}</h2>
        {today.length === 0 && <p class="soft">{t('templates_handover_nothing')}</p>}
        <ul class="handover-today">
          {today.map(({ text, done }, index) => (
            <li key={index}>
              <span aria-hidden="true">{done ? '☑' : '☐'}</span> <bdi>{text}</bdi>
              {done && <span class="sr-only">{t('templates_handover_done')}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="handover-watch">
        <h2 id="handover-watch">{t('templates_handover_watch')}</h2>
        {watchlist.length === 0 && <p class="soft">{t('templates_handover_nothing')}</p>}
        <ul>
          {watchlist.map(({ name, tier, pages }, index) => (
            <li key={index}>
              <bdi class="strong">{name}</bdi> <span class="soft">{tier}</span>{' '}
              {pages.map(({ title, url }) => (
                <WebLink key={url} address={url}>
                  <bdi>{title}</bdi>{' '}
                </WebLink>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="handover-replies">
        <h2 id="handover-replies">{t('nav_templates')}</h2>
        {folders.length === 0 && <EmptyState title={t('templates_none')} />}
        {folders.map(({ name, replies }) => (
          <div key={name} class="handover-folder">
            {name && <h3 dir="auto">{name.replaceAll('/', ' › ')}</h3>}
            {replies.map(({ title, shortcut, language, text, reviewNote }, index) => (
              <div key={index} class="handover-reply">
                <p>
                  <bdi class="strong">{title}</bdi>{' '}
                  {shortcut && <kbd class="templates-shortcut">;{shortcut}</kbd>}
                </p>
                <p class="handover-text" dir="auto" lang={language}>
                  {readable(text, t)}
                </p>
                {reviewNote && <p class="soft">{t('templates_handover_note', { note: reviewNote })}</p>}
              </div>
            ))}
          </div>
        ))}
      </section>
    </>
  );
}

/** A text as somebody reads it on paper: variables by their names, instructions left out. */
function readable(text: string, t: ReturnType<typeof useT>): string {
  return segmentsOf(text)
    .map((segment) => {
      if (segment.kind === 'text') return segment.source;
      if (segment.kind === 'variable') return `[${chipWords(segment, t)}]`;
      return segment.kind === 'code' && segment.source.startsWith('{{') ? '[…]' : '';
    })
    .join('');
}
