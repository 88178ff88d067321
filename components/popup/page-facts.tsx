import { formatList, formatMoney } from '../../utils/i18n/format.ts';
import { AccountFacts, fieldName } from '../ui/reading.tsx';
import { type ReadTab, subjectName } from './fitting-action.ts';
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
  const problems = tab.reading.problems.map(
    ({ field, reason }) => `${fieldName(t, field)} (${t(`reason_${reason}`)})`,
  );
  const distinct = [...new Set(problems)];
  if (distinct.length === 0) return null;
  const more = distinct.length - namedProblems;
  return (
    <p class="not-read">
      {t('not_read')} {formatList(t.locale, distinct.slice(0, namedProblems))}
      {more > 0 && ` ${t('not_read_more', { count: more })}`}
    </p>
  );
}
