import { QueueView } from '../../queue/queue-view.tsx';
import { QueueWords, useT } from '../../queue/words.tsx';
import { Note } from '../../ui/note.tsx';
import { ClosedList } from './closed-list.tsx';
import { DepartmentList } from './department-list.tsx';
import { ResponseTimes } from './response-times.tsx';

/** `#/queue`, and `#/queue/<case>` with that one open: everything that waits, how fast answers came, the list for the weekly meeting, and what is done. */
export function QueuePage({ first }: { first: string }) {
  return (
    <QueueWords>
      <Page first={first} />
    </QueueWords>
  );
}

function Page({ first }: { first: string }) {
  const t = useT();
  return (
    <>
      <h1>{t('queue_title')}</h1>
      <p class="soft">{t('queue_words')}</p>
      <ResponseTimes />
      <QueueView first={first} />
      <DepartmentList />
      <ClosedList />
      <Note>{t('queue_note_send')}</Note>
    </>
  );
}
