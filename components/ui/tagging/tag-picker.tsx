import './tagging.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { SeenItem } from '../../../utils/domain/item.ts';
import { type Translate, translateWith, type WordKey } from '../../../utils/i18n/translate.ts';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { Skeleton } from '../spinner.tsx';
import { useLoadedWords } from '../use-loaded-words.ts';
import { useWords } from '../words.ts';
import { loadTagging, type TaggingEnglish } from './load-tagging.ts';
import { changesOf, newName, offeredTags, searchTags, type TagChoice, tagOfKey } from './tag-choice.ts';
import { TagRow } from './tag-row.tsx';

export type TaggingWords = Translate<WordKey<TaggingEnglish>>;

/** What the person chose. */
export interface Chosen {
  add: string[];
  remove: string[];
  addNames?: string[];
}

export interface TagPickerProps {
  item: SeenItem;
  choices: readonly TagChoice[];
  /** what the item carries */
  tagIds: readonly string[];
  /** offered first */
  suggested: readonly string[];
  pending: boolean;
  /** the key that was pressed before the field had the focus, once */
  earlyKey?: () => string | undefined;
  /** nothing is to be done: the picker may go */
  onNothing: () => void;
  onApply: (chosen: Chosen) => void;
  /** what went wrong */
  children?: ComponentChildren;
}

/** Tags to choose for one item: by key at once, by name, several together, or a new one. */
export function TagPicker(props: TagPickerProps) {
  const surface = useWords();
  const loaded = useLoadedWords(loadTagging, surface.language);
  const t = useMemo(
    () =>
      loaded && translateWith<TaggingEnglish>(loaded.words, loaded.language, 'cross-border', surface.locale),
    [loaded, surface.locale],
  );
  return t ? <Picker {...props} t={t} /> : <Skeleton lines={6} label={surface('loading')} />;
}

function Picker({
  t,
  item,
  choices,
  tagIds,
  suggested,
  pending,
  earlyKey,
  onNothing,
  onApply,
  children,
}: TagPickerProps & { t: TaggingWords }) {
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(-1);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [names, setNames] = useState<readonly string[]>([]);
  const offered = useMemo(() => offeredTags(choices, tagIds, suggested), [choices, tagIds, suggested]);
  const found = searchTags(offered, query);
  const fresh = newName(choices, names, query);
  const isOn = (tagId: string) => turned.get(tagId) ?? tagIds.includes(tagId);

  useFirstField(search);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const apply = (now: ReadonlyMap<string, boolean>, add: readonly string[]) => {
    if (pending) return;
    const changes = changesOf(tagIds, now);
    if (changes.add.length + changes.remove.length + add.length === 0) return onNothing();
    onApply({ ...changes, ...(add.length > 0 ? { addNames: [...add] } : {}) });
  };
  const toggled = (tagId: string) => new Map(turned).set(tagId, !isOn(tagId));
  const search_ = (text: string) => {
    setQuery(text);
    // what was typed means the first that fits
    setAt(text.trim() === '' ? -1 : 0);
  };
  const toggle = (tagId: string) => setTurned(toggled(tagId));
  const addName = (name: string) => {
    setNames([...names, name]);
    search_('');
  };

  /** Enter: what was typed or walked to goes along. */
  const enter = () => {
    const row = found[at]?.tag;
    if (row && (query.trim() !== '' || turned.size + names.length === 0))
      return apply(new Map(turned).set(row.id, query.trim() === '' ? !isOn(row.id) : true), names);
    if (!row && fresh !== null) return apply(turned, [...names, fresh]);
    apply(turned, names);
  };
  const pressed = (event: KeyboardEvent) => {
    // an input method uses these keys for its own candidates
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = found.length - 1 + (fresh === null ? 0 : 1);
    const own = query === '' ? tagOfKey(offered, event.key) : undefined;
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter') {
      if (!event.repeat) enter();
    } else if (event.key === ' ' && query === '' && found[at]) toggle(found[at]?.tag.id ?? '');
    else if (own) {
      if (!event.repeat) apply(toggled(own.id), names);
    } else return;
    event.preventDefault();
  };

  useEffect(() => {
    const own = tagOfKey(offered, earlyKey?.() ?? '');
    if (own) apply(toggled(own.id), names);
    // only what was pressed before there was a picker
  }, []);
  const changes = changesOf(tagIds, turned);
  const count = changes.add.length + changes.remove.length + names.length;
  return (
    <div class="card-body tagging" aria-busy={pending}>
      <ItemWords t={t} item={item} />
      <input
        ref={search}
        class="input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 && at <= found.length ? `${id}-${at}` : undefined}
        aria-label={t('tagging_search')}
        placeholder={t('tagging_search_hint')}
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        value={query}
        onInput={(event) => search_(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <div
        ref={list}
        id={`${id}-list`}
        class="tag-rows"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('tagging_tags')}
        // the focus stays in the field, which takes the keys
        onMouseDown={(event) => event.preventDefault()}
      >
        {found.map(({ tag }, place) => (
          <TagRow
            key={tag.id}
            t={t}
            id={`${id}-${place}`}
            at={place}
            tag={tag}
            on={isOn(tag.id)}
            current={place === at}
            suggested={suggested.includes(tag.id)}
            onToggle={() => toggle(tag.id)}
          />
        ))}
        {names.map((name) => (
          <div
            key={name}
            class="tag-row"
            role="option"
            tabIndex={-1}
            aria-selected="true"
            onClick={() => setNames(names.filter((other) => other !== name))}
            onKeyDown={() => undefined}
          >
            <span class="tag-box" aria-hidden="true" data-on="true">
              <Icon name="check" />
            </span>
            <span class="tag-dot" data-colour="blue" aria-hidden="true" />
            <bdi class="tag-name">{name}</bdi>
            <span class="tag-does">{t('tagging_new_tag')}</span>
          </div>
        ))}
        {fresh !== null && (
          <div
            id={`${id}-${found.length}`}
            class="tag-row"
            role="option"
            tabIndex={-1}
            data-at={found.length}
            data-current={at === found.length}
            aria-selected="false"
            onClick={() => addName(fresh)}
            onKeyDown={() => undefined}
          >
            <span class="tag-name">{t('tagging_new', { name: fresh })}</span>
          </div>
        )}
      </div>
      {children}
      <div class="tag-end">
        <p class="soft">{t('tagging_keys')}</p>
        <Button kind="primary" pending={pending} disabled={count === 0} onClick={() => apply(turned, names)}>
          {t('tagging_apply')}
        </Button>
      </div>
    </div>
  );
}

/** What is tagged: of whom, and how it begins. */
function ItemWords({ t, item }: { t: TaggingWords; item: SeenItem }) {
  const { kind, author, title, text } = item;
  const who = author?.displayName ?? author?.handle;
  const what = text ?? title;
  return (
    <p class="tag-item">
      <span class="soft">{t(`tagging_kind_${kind}`)}</span>
      {who !== undefined && <bdi class="tag-who">{who}</bdi>}
      {what !== undefined && what !== who && <bdi class="tag-text">{what.slice(0, 300)}</bdi>}
    </p>
  );
}

/** Focuses the field as soon as the surface has the focus: it may come after the picker. */
function useFirstField(field: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const focus = () => {
      const active = document.activeElement;
      if (!active || active === document.body || active.localName === 'h1' || active.localName === 'h2')
        field.current?.focus();
    };
    focus();
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, [field]);
}
