import './activity.css';
import { productName } from '../../ui/words.ts';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';
import { libraries } from './libraries.ts';
import { SuppressedSection } from './suppressed-section.tsx';

/** What Deckhand is, what it stores and what it never does. */
export function AboutPage() {
  const t = useT();
  const { version } = useSurroundings();
  return (
    <>
      <h1>{productName}</h1>
      <p class="lead">{t('about_words')}</p>
      <p class="soft">{t('about_version', { version })}</p>
      <section class="panel prose" aria-labelledby="privacy">
        <h2 id="privacy">{t('privacy_title')}</h2>
        <p>{t('privacy_local')}</p>
        <p>{t('privacy_network')}</p>
        <p>{t('privacy_pages')}</p>
        <p>{t('about_read')}</p>
        <p>{t('about_erase')}</p>
        <p>
          {t('privacy_remove')} <a href="#/storage">{t('about_backup')}</a>
        </p>
      </section>
      <section class="panel prose" aria-labelledby="about-never">
        <h2 id="about-never">{t('about_never')}</h2>
        <ul class="bullets">
          <li>{t('about_never_send')}</li>
          <li>{t('about_never_request')}</li>
          <li>{t('about_never_scroll')}</li>
          <li>{t('about_never_leave')}</li>
          <li>{t('about_never_guess')}</li>
        </ul>
      </section>
      <SuppressedSection />
      <section class="panel" aria-labelledby="about-licences">
        <h2 id="about-licences">{t('about_licences')}</h2>
        <p class="soft">{t('about_licences_words')}</p>
        <ul class="rows">
          {libraries.map(({ name, licence, holder }) => (
            <li key={name}>
              <span class="row-words">{name}</span>
              <span class="soft">
                {licence} © {holder}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
