import { type CaseDeed, caseDeeds } from './case-modes.ts';
import { useT } from './words.tsx';

const deeds = Object.keys(caseDeeds) as CaseDeed[];

/** What the keys do, while the focus is in the list. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <section class="queue-keys" aria-label={t('queue_keys')}>
      <dl>
        <div>
          <dt>
            <kbd>↑</kbd> <kbd>↓</kbd> <kbd>j</kbd> <kbd>k</kbd>
          </dt>
          <dd>{t('queue_key_move')}</dd>
        </div>
        <div>
          <dt>
            <kbd>{t('queue_key_enter')}</kbd>
          </dt>
          <dd>{t('queue_key_details')}</dd>
        </div>
        {deeds.map((deed) => (
          <div key={deed}>
            <dt>
              <kbd>{caseDeeds[deed]}</kbd>
            </dt>
            <dd>{t(`queue_do_${deed}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>u</kbd>
          </dt>
          <dd>{t('undo')}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('queue_keys')}</dd>
        </div>
      </dl>
      <button type="button" class="button quiet" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}
