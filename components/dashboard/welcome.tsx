import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../utils/domain/settings.ts';
import { useAction } from '../hooks/use-action.ts';
import { useQuery } from '../hooks/use-query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Skeleton } from '../ui/spinner.tsx';
import { BrandForm } from './brand-form.tsx';
import { SiteChooser } from './site-chooser.tsx';
import { useAccess } from './use-access.ts';
import { WelcomePicture } from './welcome-picture.tsx';
import { useT } from './words.ts';

type Step = 'sites' | 'brand' | 'done';
const titles = {
  sites: 'welcome_sites_title',
  brand: 'welcome_brand_title',
  done: 'welcome_done_title',
} as const;

/** Two questions in a minute; each can be skipped and both stay in the settings. */
export function WelcomePage({ settings }: { settings: Settings }) {
  const t = useT();
  const [step, setStep] = useState<Step>('sites');
  const save = useAction('settings.save');
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // a new step is read from its heading on
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [step]);
  const finish = async () => {
    if (settings.firstRunDone || (await save.run({ changes: { firstRunDone: true } })).ok) setStep('done');
  };

  return (
    <div class="welcome">
      {step !== 'done' && <p class="soft">{t('step_of', { step: step === 'sites' ? 1 : 2, total: 2 })}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {t(titles[step])}
      </h1>
      {step === 'sites' && <Sites onNext={() => setStep('brand')} />}
      {step === 'brand' && (
        <Brand pending={save.pending} onBack={() => setStep('sites')} onDone={() => void finish()} />
      )}
      {save.failed && <ErrorNote code={save.failed} />}
      {step === 'done' && <Done />}
    </div>
  );
}

function Sites({ onNext }: { onNext: () => void }) {
  const t = useT();
  const access = useAccess();
  const some = (access.granted ?? []).length > 0;
  return (
    <>
      <p class="lead">{t('welcome_sites_words')}</p>
      <section class="panel">
        <SiteChooser access={access} />
      </section>
      <p class="soft">{t('sites_without')}</p>
      <div class="form-end">
        <Button kind={some ? 'primary' : 'plain'} onClick={onNext}>
          {some ? t('next') : t('skip')}
        </Button>
      </div>
    </>
  );
}

function Brand({ pending, onBack, onDone }: { pending: boolean; onBack: () => void; onDone: () => void }) {
  const t = useT();
  const list = useQuery('brand.list', {}, ['brands']);
  return (
    <>
      <p class="lead">{t('welcome_brand_words')}</p>
      <section class="panel">
        {list.state === 'loading' && <Skeleton label={t('loading')} />}
        {list.code && <ErrorNote code={list.code} again={list.again} />}
        {list.state !== 'loading' && (
          <BrandForm brand={list.value?.brands[0]} saveLabel={t('finish')} onSaved={onDone} />
        )}
      </section>
      <div class="form-end">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button kind="quiet" pending={pending} onClick={onDone}>
          {t('skip')}
        </Button>
      </div>
    </>
  );
}

function Done() {
  const t = useT();
  return (
    <>
      <p class="lead">{t('welcome_done_words')}</p>
      <WelcomePicture label={t('welcome_done_picture')} />
      <p class="soft">{t('welcome_pin')}</p>
      <p>
        <a href="#/settings">{t('to_settings')}</a>
      </p>
    </>
  );
}
