import { useState } from 'preact/hooks';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import type { Day, Id } from '../../../utils/domain/record.ts';
import type { ErrorCode } from '../../../utils/domain/result.ts';
import type { Tag } from '../../../utils/domain/tag.ts';
import { creatorRoles, creatorStatuses } from '../../../utils/domain/vocabulary.ts';
import type { BulkChanges } from '../../../utils/messaging/protocol/creator-list.ts';
import { useEditCreators } from '../../hooks/use-edit-creators.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNotify } from '../../ui/toast.tsx';
import { useT } from '../words.ts';
import { BulkNextAction } from './bulk-next-action.tsx';
import { BulkTags } from './bulk-tags.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Menu } from './menu.tsx';
import { useExports } from './use-exports.ts';

/** What can be done with the chosen creators. Every change is one undo, however many they are. */
export function BulkBar({
  chosen,
  hidden,
  tags,
  tagsById,
  today,
  updating,
  onClear,
}: {
  chosen: readonly CreatorRow[];
  /** how many of them the filter hides */
  hidden: number;
  tags: readonly Tag[];
  tagsById: ReadonlyMap<Id, Tag>;
  today: Day;
  /** the rows are being brought up to date */
  updating: boolean;
  onClear: () => void;
}) {
  const t = useT();
  const notify = useNotify();
  const edit = useEditCreators();
  const exports = useExports(chosen, tagsById);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  // in a narrow window the changes are folded away
  const [open, setOpen] = useState(false);

  const change = async (changes: BulkChanges) => {
    setFailed(null);
    const ids = chosen.map(({ id }) => id);
    const { changed, missing, undo, stopped, failed: code } = await edit.run(ids, changes);
    setFailed(code ?? null);
    if (code && !undo) return;
    const said = [
      stopped || code
        ? t('creators_edit_stopped', { count: changed, total: ids.length })
        : t('creators_edited', { count: changed }),
    ];
    if (missing) said.push(t('creators_edit_missing', { count: missing }));
    notify({ text: said.join(' '), undo });
  };
  const pick = (changes: BulkChanges, close: () => void) => () => {
    close();
    void change(changes);
  };

  if (edit.progress) {
    const { done, total } = edit.progress;
    return (
      <div class="creators-bar">
        <label class="creators-progress">
          <span>{t('creators_edit_progress', { done, total })}</span>
          <progress value={done} max={total} />
        </label>
        <Button onClick={edit.cancel}>{t('cancel')}</Button>
      </div>
    );
  }
  return (
    <section class={`creators-bar folds${open ? ' open' : ''}`} aria-label={t('creators_bulk')}>
      <p class="creators-chosen" role="status">
        {t('creators_chosen', { count: chosen.length })}
        {hidden > 0 && <span class="soft"> {t('creators_chosen_hidden', { count: hidden })}</span>}
      </p>
      <button
        type="button"
        class="button creators-menu-button creators-fold"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('creators_change')} <Icon name={open ? 'up' : 'down'} />
      </button>
      <Menu label={t('tags')}>
        {() => <BulkTags chosen={chosen} tags={tags} onChange={(changes) => void change(changes)} />}
      </Menu>
      <Menu label={t('status')}>
        {(close) => (
          <div class="creators-actions">
            {creatorStatuses.map((status) => (
              <Button key={status} kind="quiet" onClick={pick({ status }, close)}>
                {t(`status_${status}`)}
              </Button>
            ))}
          </div>
        )}
      </Menu>
      <Menu label={t('role')}>
        {(close) => (
          <div class="creators-actions">
            {creatorRoles.map((role) => (
              <Button key={role} kind="quiet" onClick={pick({ role }, close)}>
                {t(`role_${role}`)}
              </Button>
            ))}
          </div>
        )}
      </Menu>
      <Menu label={t('next_action')}>
        {(close) => (
          <BulkNextAction
            today={today}
            onChange={(nextAction) => {
              close();
              void change({ nextAction });
            }}
          />
        )}
      </Menu>
      <Menu label={t('creators_more')}>
        {(close) => (
          <div class="creators-actions">
            <Button kind="quiet" onClick={pick({ lastContact: today }, close)}>
              {t('creators_contacted_today')}
            </Button>
            <Button kind="quiet" onClick={pick({ doNotContact: true }, close)}>
              {t('creators_stop')}
            </Button>
            <Button kind="quiet" onClick={pick({ doNotContact: false }, close)}>
              {t('creators_stop_lift')}
            </Button>
          </div>
        )}
      </Menu>
      <ExportMenu
        exports={exports}
        count={chosen.length}
        updating={updating}
        hint={t('creators_export_chosen', { count: chosen.length })}
      />
      <Button kind="quiet" icon="close" onClick={onClear}>
        {t('creators_clear_selection')}
      </Button>
      {failed && <ErrorNote code={failed} />}
    </section>
  );
}
