import { useEffect, useState } from 'preact/hooks';
import type { KeywordGroup, KeywordGroupDetails } from '../../../utils/domain/keyword.ts';
import type { KeywordStarter } from '../../../utils/domain/keyword-starters.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { useAction } from '../../hooks/use-action.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { GroupEditor } from './group-editor.tsx';
import { SaveFailed } from './save-failed.tsx';
import { useT } from './words.tsx';

/** The lists are long and most people need them once. */
const loadStarters = async () => (await import('../../../utils/domain/keyword-starters.ts')).keywordStarters;

/** Lists to begin with: ready ones at one press; those made of the brand and the watchlist are read first. */
export function StarterPanel({ groups, tags }: { groups: readonly KeywordGroup[]; tags: readonly Tag[] }) {
  const t = useT();
  const [starters, setStarters] = useState<readonly KeywordStarter[]>([]);
  useEffect(() => {
    let wanted = true;
    void loadStarters().then((list) => {
      if (wanted) setStarters(list);
    });
    return () => {
      wanted = false;
    };
  }, []);
  const made = useQuery('keyword.suggest', {}, ['brands', 'settings', 'watchlist', 'recovery']).value;
  const there = new Set(groups.map(({ starter }) => starter));
  const brand = made?.brand;
  return (
    <section class="panel" aria-labelledby="keywords-starters">
      <h2 id="keywords-starters">{t('keywords_starters')}</h2>
      <p class="soft">{t('keywords_starters_words')}</p>
      <ul class="rows">
        {starters.map((starter) => (
          <ReadyList key={starter.key} starter={starter} there={there.has(starter.key)} />
        ))}
        {brand && (
          <MadeList
            starter="brand"
            name={t('keywords_starter_brand', { name: brand.name })}
            details={{
              name: brand.name,
              kind: 'brand',
              severity: 'low',
              words: [...brand.words, ...brand.misspelt],
              enabled: true,
            }}
            hint={brand.misspelt.length > 0 ? t('keywords_starter_misspelt') : undefined}
            there={there.has('brand')}
            tags={tags}
          />
        )}
        {made && made.competitors.length > 0 && (
          <MadeList
            starter="competitors"
            name={t('keywords_starter_competitors')}
            details={{
              name: t('keywords_starter_competitors'),
              kind: 'competitor',
              severity: 'low',
              words: made.competitors,
              enabled: true,
            }}
            there={there.has('competitors')}
            tags={tags}
          />
        )}
      </ul>
      {made && !brand && (
        <p class="soft">
          {t('keywords_starter_no_brand')} <a href="#/settings">{t('keywords_starter_to_brand')}</a>
        </p>
      )}
    </section>
  );
}

function There() {
  const t = useT();
  return (
    <span class="soft keywords-there">
      <Icon name="check" /> {t('keywords_starter_there')}
    </span>
  );
}

function ReadyList({ starter, there }: { starter: KeywordStarter; there: boolean }) {
  const t = useT();
  const notify = useNotify();
  const add = useAction('keyword.starter');
  const { key, tag, words, ...rest } = starter;
  const name = t(`keywords_starter_${key}`);
  const run = async () => {
    const operationId = newId();
    const details: KeywordGroupDetails = { ...rest, name, words: [...words], enabled: true };
    const result = await add.run({ groups: [{ starter: key, details, tag }] }, operationId);
    if (result.ok) notify({ text: t('keywords_starter_added', { name }), undo: operationId });
  };
  return (
    <li>
      <details class="row-words keywords-words">
        <summary>
          {name} <span class="soft">{t('keywords_count', { count: words.length })}</span>
        </summary>
        <p dir="auto">{words.join(' · ')}</p>
      </details>
      {there ? (
        <There />
      ) : (
        <Button
          icon="add"
          label={t('keywords_starter_add_named', { name })}
          pending={add.pending}
          onClick={() => void run()}
        >
          {t('keywords_starter_add')}
        </Button>
      )}
      {add.failed && <SaveFailed code={add.failed} />}
    </li>
  );
}

function MadeList({
  starter,
  name,
  details,
  hint,
  there,
  tags,
}: {
  starter: string;
  name: string;
  details: KeywordGroupDetails;
  hint?: string | undefined;
  there: boolean;
  tags: readonly Tag[];
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const id = `keywords-made-${starter}`;
  return (
    <li>
      <span class="row-words">
        {name} <span class="soft">{t('keywords_count', { count: details.words.length })}</span>
      </span>
      {there ? (
        <There />
      ) : (
        <Button
          icon="edit"
          label={t('keywords_starter_review_named', { name })}
          expanded={open}
          controls={id}
          onClick={() => setOpen(!open)}
        >
          {t('keywords_starter_review')}
        </Button>
      )}
      {open && !there && (
        <div id={id} class="keywords-editor">
          {hint && <p class="soft">{hint}</p>}
          <GroupEditor
            details={details}
            starter={{ key: starter }}
            tags={tags}
            onDone={() => setOpen(false)}
          />
        </div>
      )}
    </li>
  );
}
