import type { CreatorChanges, CreatorView } from '../../utils/domain/creator.ts';
import type { CreatorRole, CreatorStatus } from '../../utils/domain/vocabulary.ts';

/** What stands in the form: plain texts, empty where there is nothing. Days are `YYYY-MM-DD`. */
export interface CreatorDraft {
  role: CreatorRole;
  status: CreatorStatus;
  lastContact: string;
  nextText: string;
  nextDue: string;
  tags: string[];
  notes: string;
  doNotContact: boolean;
}

/** The form's content for a stored creator. */
export function draftOf({ creator, tags }: CreatorView): CreatorDraft {
  return {
    role: creator.role,
    status: creator.status,
    lastContact: creator.lastContact ?? '',
    nextText: creator.nextAction?.text ?? '',
    nextDue: creator.nextAction?.due ?? '',
    tags: tags.map((tag) => tag.name),
    notes: creator.notes,
    doNotContact: creator.doNotContact,
  };
}

/** Only what differs from the stored creator; an emptied day or action is taken away with `null`. */
export function changesOf(view: CreatorView, draft: CreatorDraft): CreatorChanges {
  const before = draftOf(view);
  const text = draft.nextText.trim();
  const changes: CreatorChanges = {};
  if (draft.role !== before.role) changes.role = draft.role;
  if (draft.status !== before.status) changes.status = draft.status;
  if (draft.lastContact !== before.lastContact) changes.lastContact = draft.lastContact || null;
  if (text !== before.nextText.trim() || draft.nextDue !== before.nextDue)
    changes.nextAction = text && draft.nextDue ? { text, due: draft.nextDue } : null;
  if (draft.tags.join('\n') !== before.tags.join('\n')) changes.tags = draft.tags;
  if (draft.notes !== before.notes) changes.notes = draft.notes;
  if (draft.doNotContact !== before.doNotContact) changes.doNotContact = draft.doNotContact;
  return changes;
}
