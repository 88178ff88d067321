import { type Account, type Creator, identityKeys } from '../domain/creator.ts';
import type { AccountName } from './current-brand.ts';

/** A creator of whom nothing but the name is known. @param now ISO */
export function newCreator(id: string, displayName: string, now: string): Creator {
  return {
    id,
    createdAt: now,
    updatedAt: now,
    displayName,
    role: 'influencer',
    loyalty: 'none',
    status: 'found',
    tagIds: [],
    notes: '',
    doNotContact: false,
  };
}

/** An account of which nothing was read yet. @param now ISO */
export function newAccount(
  id: string,
  creatorId: string,
  name: AccountName,
  url: string,
  now: string,
): Account {
  return {
    id,
    createdAt: now,
    updatedAt: now,
    creatorId,
    ...name,
    identityKeys: identityKeys(name),
    handleHistory: [],
    url,
    facts: {},
    readAt: {},
  };
}
