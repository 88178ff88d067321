import { useMemo } from 'preact/hooks';
import type { Day } from '../../../utils/domain/record.ts';
import { formatNumber } from '../../../utils/i18n/format.ts';
import { Menu } from '../creators/menu.tsx';
import { allFolders, countBy, foldersAround, type TemplateRow } from './list-rows.ts';
import type { ListState } from './list-state.ts';
import { useT } from './words.tsx';

interface Props {
  rows: readonly TemplateRow[];
  state: ListState;
  today: Day;
  onChange: (folder: string | null) => void;
}

const lastPart = (folder: string) => folder.split('/').at(-1) ?? folder;

/** One folder of all, with how many templates lie in it. */
export function FolderMenu(props: Props) {
  const t = useT();
  const { folder } = props.state;
  const words =
    folder === null
      ? t('templates_folder')
      : `${t('templates_folder')}: ${folder === '' ? t('templates_no_folder') : lastPart(folder)}`;
  return (
    <Menu label={<bdi>{words}</bdi>} on={folder !== null}>
      {(close) => <Folders {...props} close={close} />}
    </Menu>
  );
}

function Folders({ rows, state, today, onChange, close }: Props & { close: () => void }) {
  const t = useT();
  const folders = useMemo(
    () =>
      allFolders(
        rows.map(({ template }) => template),
        t.locale,
      ),
    [rows, t.locale],
  );
  const counts = useMemo(
    () => countBy(rows, state, today, 'folder', ({ folder }) => foldersAround(folder)),
    [rows, state, today],
  );
  const choice = (folder: string | null, words: string, depth: number) => (
    <button
      key={folder ?? 'all'}
      type="button"
      class="button quiet templates-folder"
      aria-pressed={state.folder === folder}
      style={{ '--depth': depth }}
      onClick={() => {
        onChange(folder);
        close();
      }}
    >
      <bdi>{words}</bdi>
      {folder !== null && (
        <span class="creators-count">{formatNumber(t.locale, counts.get(folder) ?? 0)}</span>
      )}
    </button>
  );
  return (
    <div class="templates-folders">
      {choice(null, t('templates_all_folders'), 0)}
      {folders.map((folder) => choice(folder, lastPart(folder), folder.split('/').length - 1))}
      {folders.length > 0 && choice('', t('templates_no_folder'), 0)}
    </div>
  );
}
