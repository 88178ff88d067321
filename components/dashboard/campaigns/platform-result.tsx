import { useState } from 'preact/hooks';
import type { Campaign, PlatformResult } from '../../../utils/domain/campaign.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { useAction } from '../../hooks/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { limits } from './use-campaign-draft.ts';
import { useT } from './words.tsx';

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** What the platform's own lottery said, where it drew. */
export function PlatformResultPanel({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const notify = useNotify();
  const save = useAction('campaign.platform-result');
  const before = campaign.platformResult;
  const [at, setAt] = useState<string | undefined>(before?.at);
  const [url, setUrl] = useState(before?.url ?? '');
  const [words, setWords] = useState(before?.words ?? '');
  const [names, setNames] = useState((before?.winners ?? []).join('\n'));
  const [tried, setTried] = useState(false);
  const winners = names
    .split('\n')
    .map((name) => name.trim().slice(0, limits.line))
    .filter(Boolean)
    .slice(0, limits.winners);
  const incomplete = at === undefined || (winners.length === 0 && !words.trim());
  const wrongUrl = url.trim() !== '' && !isAddress(url.trim());

  const put = async (result: PlatformResult | null) => {
    const operationId = newId();
    const done = await save.run({ campaignId: campaign.id, result }, operationId);
    if (!done.ok) return;
    const said = result ? 'campaigns_platform_result_saved' : 'campaigns_platform_result_removed';
    notify({ text: t(said), undo: operationId });
  };
  const submit = () => {
    setTried(true);
    if (at === undefined || incomplete || wrongUrl) return;
    void put({ at, words: words.trim(), winners, ...(url.trim() ? { url: url.trim() } : {}) });
  };
  return (
    <section class="panel" aria-labelledby="campaign-platform-result">
      <h2 id="campaign-platform-result">{t('campaigns_platform_result')}</h2>
      <p class="soft">{t('campaigns_platform_result_words')}</p>
      <div class="form-stack">
        <div class="form-row">
          <DateTimeField label={t('campaigns_platform_result_at')} value={at} onChange={setAt} />
          <TextField
            label={t('campaigns_platform_result_url')}
            type="url"
            value={url}
            maxLength={8_000}
            error={tried && wrongUrl ? t('campaigns_posts_wrong', { address: url }) : undefined}
            onInput={setUrl}
          />
        </div>
        <TextField label={t('campaigns_platform_result_winners')} value={names} rows={3} onInput={setNames} />
        <TextField
          label={t('campaigns_platform_result_note')}
          value={words}
          rows={2}
          maxLength={limits.words}
          onInput={setWords}
        />
        {tried && incomplete && <Note kind="bad">{t('campaigns_platform_result_needed')}</Note>}
        <div class="form-end">
          <Button pending={save.pending} onClick={submit}>
            {t('campaigns_platform_result_save')}
          </Button>
          {before && (
            <Button kind="danger" pending={save.pending} onClick={() => void put(null)}>
              {t('campaigns_platform_result_remove')}
            </Button>
          )}
        </div>
        {save.failed && <ErrorNote code={save.failed} />}
      </div>
    </section>
  );
}
