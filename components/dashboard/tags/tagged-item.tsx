import { newId } from '../../../utils/domain/new-id.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { formatAgo } from '../../../utils/i18n/format.ts';
import type { ItemRow } from '../../../utils/messaging/protocol/tags.ts';
import { useAction } from '../../hooks/use-action.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { TagDot } from '../../ui/tag-dot.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { WebLink } from '../person/web-link.tsx';
import { useT } from './words.tsx';

/** Letters of a text in the names of its buttons. */
const letters = 40;
/** Letters of it that stand in the list; the rest opens below. */
const shown = 280;

/** One tagged item: what it says, whose it is, and its tags to take off. */
export function TaggedItem({
  row: { item, at },
  tags,
  onChanged,
}: {
  row: ItemRow;
  tags: ReadonlyMap<string, Tag>;
  /** a tag went, and its button with it: where the focus goes is the list's matter */
  onChanged: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const take = useAction('item.tag');
  const { author, text, textBefore } = item;
  const said = text ?? item.title ?? t('tags_no_text');
  const short = said.length > letters ? `${said.slice(0, letters)}…` : said;
  const platform = t(`platform_${item.platform}`);
  const carried = item.tagIds.flatMap((id) => tags.get(id) ?? []);

  const takeOff = async ({ id, name }: Tag) => {
    const operationId = newId();
    const result = await take.run({ item: { itemId: item.id }, add: [], remove: [id] }, operationId);
    if (!result.ok) return;
    notify({ text: t('tags_taken_off', { name }), undo: operationId });
    onChanged();
  };
  return (
    <li class="tag-line">
      <div class="row-words">
        <blockquote class="tags-quote" dir="auto">
          {said.length > shown ? `${said.slice(0, shown)}…` : said}
        </blockquote>
        {said.length > shown && (
          <details>
            <summary>{t('tags_whole')}</summary>
            <blockquote class="tags-quote" dir="auto">
              {said}
              {item.cut && <span class="soft"> {t('tags_cut')}</span>}
            </blockquote>
          </details>
        )}
        {textBefore !== undefined && (
          <details>
            <summary>{t('tags_edited')}</summary>
            <blockquote class="tags-quote soft" dir="auto">
              {textBefore}
            </blockquote>
          </details>
        )}
        <p class="soft">
          {author &&
            (author.url ? (
              <WebLink address={author.url}>
                <bdi>@{author.handle}</bdi>
              </WebLink>
            ) : (
              <bdi>@{author.handle}</bdi>
            ))}
          {author && ' · '}
          {t(`tags_kind_${item.kind}`)} · {platform} ·{' '}
          {t('tags_tagged_ago', { ago: formatAgo(t.locale, at, Date.now()) })}
        </p>
        <ul class="tags-chips" aria-label={t('tags_of_item', { text: short })}>
          {carried.map((tag) => (
            <li key={tag.id} class="tags-chip">
              <TagDot colour={tag.colour} />
              <bdi>{tag.name}</bdi>
              <IconButton
                icon="close"
                label={t('tags_take_off', { name: tag.name, text: short })}
                pending={take.pending}
                onClick={() => void takeOff(tag)}
              />
            </li>
          ))}
        </ul>
        {take.failed && <ErrorNote code={take.failed} />}
      </div>
      <div class="tags-tools">
        <WebLink address={item.url}>
          <span aria-hidden="true">{t('tags_open')}</span>
          <span class="sr-only">{t('tags_open_named', { text: short })}</span>
        </WebLink>
      </div>
    </li>
  );
}
