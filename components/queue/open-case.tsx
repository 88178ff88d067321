import './queue.css';
import { defaultSettings } from '../../utils/domain/default-settings.ts';
import { useQuery } from '../hooks/use-query.ts';
import { departmentsOf } from './departments.ts';
import { type Beginning, NewCase } from './new-case.tsx';
import { QueueWords, useT } from './words.tsx';

/** The dialog for a new case away from the queue, with its words: loaded when somebody opens one there. */
export function OpenCase({ beginning, onClose }: { beginning: Beginning; onClose: () => void }) {
  return (
    <QueueWords>
      <Dialog beginning={beginning} onClose={onClose} />
    </QueueWords>
  );
}

function Dialog({ beginning, onClose }: { beginning: Beginning; onClose: () => void }) {
  const t = useT();
  const settings = useQuery('settings.get', {}, ['settings']);
  return (
    <NewCase
      departments={departmentsOf(t, settings.value ?? defaultSettings)}
      beginning={beginning}
      onClose={onClose}
    />
  );
}
