import { type HintField, toHintField } from '../../utils/domain/hint-fields.ts';
import type { Problem } from '../../utils/domain/page-reading.ts';
import type { PageKind } from '../../utils/domain/platform.ts';
import { formatList, formatMoney } from '../../utils/i18n/format.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { AccountFacts, fieldName } from '../ui/reading.tsx';
import { type ReadTab, subjectName } from './fitting-action.ts';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

/** So many problems are named; the rest is counted. */
const namedProblems = 4;

/** Name, platform, handle, counts and price as they were read, and by name what was not. */
export function PageFacts({ tab }: { tab: ReadTab }) {
  const t = useT();
  const { reading } = tab;
  const { creator, product } = reading;
  const showsCreator = creator && !product;
  const platform = t(`platform_${reading.platform}`);
  return (
    <div class="page-facts">
      <p class="subject">
        {/* a shop's name stands for the shop: of a product its own is said */}
        <bdi>{product?.title?.value ?? subjectName(tab)}</bdi>
      </p>
      <p class="soft where">
        {platform} · {t(`kind_${reading.kind}`)}
        {showsCreator && creator.handle && (
          <>
            {' · '}
            <bdi>@{creator.handle.value}</bdi>
          </>
        )}
      </p>
      {showsCreator && <AccountFacts reading={creator} />}
      {product?.price && (
        <p class="price">
          {formatMoney(t.locale, product.price.value)}
          {product.priceMax && ` – ${formatMoney(t.locale, product.priceMax.value)}`}
        </p>
      )}
      <NotRead tab={tab} />
    </div>
  );
}

function NotRead({ tab }: { tab: ReadTab }) {
  const t = useT();
  // the wall itself is said below, in words
  if (tab.reading.kind === 'blocked') return null;
  const { problems } = tab.reading;
  const distinct = [
    ...new Set(problems.map(({ field, reason }) => `${fieldName(t, field)} (${t(`reason_${reason}`)})`)),
  ];
  if (distinct.length === 0) return null;
  const more = distinct.length - namedProblems;
  const [first] = problems.flatMap(({ field }) => pointable(tab.reading.kind, field) ?? []);
  return (
    <div class="not-read">
      <p>
        {t('not_read')} {formatList(t.locale, distinct.slice(0, namedProblems))}
        {more > 0 && ` ${t('not_read_more', { count: more })}`}
      </p>
      {first && <PointAt tabId={tab.tabId} fields={problems} kind={tab.reading.kind} />}
    </div>
  );
}

/** What a problem of such a page is about, where its row does not say. */
const subjects: Partial<Record<PageKind, string>> = {
  profile: 'creator',
  group: 'creator',
  post: 'post',
  article: 'post',
  product: 'product',
  shop: 'shop',
  listing: 'shop',
};

function pointable(kind: PageKind, field: string): HintField | undefined {
  return toHintField(field) ?? toHintField(`${subjects[kind] ?? 'creator'}.${field}`);
}

/** For what stands on the page all the same: the person shows where, in the page itself. */
function PointAt({ tabId, fields, kind }: { tabId: number; fields: readonly Problem[]; kind: PageKind }) {
  const t = useT();
  const { close } = useSurroundings();
  const point = useAsk('hint.point');
  const go = async (field: HintField) => {
    if ((await point.run({ field, tabId })).ok) close();
  };
  const all = [...new Set(fields.flatMap(({ field }) => pointable(kind, field) ?? []))];
  return (
    <p class="point-at">
      {t('point_at')}
      {all.slice(0, namedProblems).map((field) => (
        <Button key={field} kind="quiet" pending={point.pending} onClick={() => void go(field)}>
          {fieldName(t, field)}
        </Button>
      ))}
      {point.failed && <ErrorNote code={point.failed} />}
    </p>
  );
}
