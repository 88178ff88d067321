import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useT } from '../words.ts';
import { Menu } from './menu.tsx';
import { type Exports, loadMaker } from './use-exports.ts';

/** Copy, CSV and XLSX of `count` rows. */
export function ExportMenu({
  exports,
  count,
  updating,
  hint,
}: {
  exports: Exports;
  count: number;
  /** the rows are being brought up to date: what came out now would be of a moment ago */
  updating: boolean;
  hint: string;
}) {
  const t = useT();
  return (
    <Menu label={t('creators_export')} disabled={count === 0}>
      {(close) => (
        <Actions exports={exports} waiting={exports.pending || updating} hint={hint} close={close} />
      )}
    </Menu>
  );
}

function Actions({
  exports,
  waiting,
  hint,
  close,
}: {
  exports: Exports;
  waiting: boolean;
  hint: string;
  close: () => void;
}) {
  const t = useT();
  useEffect(() => void loadMaker(), []);
  const after = (work: () => Promise<boolean>) => () => void work().then((done) => done && close());
  return (
    <div class="creators-actions">
      <p class="soft">{hint}</p>
      <Button kind="quiet" pending={waiting} onClick={after(exports.copy)}>
        {t('creators_copy')}
      </Button>
      <Button kind="quiet" pending={waiting} onClick={after(exports.xlsx)}>
        {t('creators_export_xlsx')}
      </Button>
      <Button kind="quiet" pending={waiting} onClick={after(exports.csv)}>
        {t('creators_export_csv')}
      </Button>
      {exports.failed && <Note kind="bad">{t('creators_export_failed')}</Note>}
    </div>
  );
}
