import type { ActivityKind } from '../../../utils/domain/activity.ts';

/** Whom or what an entry of each kind is about: how a subject reads that is no longer there. */
export const subjectOf: Record<ActivityKind, 'creator' | 'competitor' | 'none'> = {
  'creator-captured': 'creator',
  'creator-observed': 'creator',
  'creator-updated': 'creator',
  'creator-added': 'creator',
  'creator-imported': 'creator',
  'creator-erased': 'creator',
  'contact-changed': 'creator',
  'follow-up-handled': 'creator',
  'account-claimed': 'none',
  'suppression-lifted': 'none',
  'view-changed': 'none',
  'hint-changed': 'none',
  'template-saved': 'none',
  'template-removed': 'none',
  'templates-imported': 'none',
  'reply-inserted': 'none',
  'brand-saved': 'none',
  'competitor-added': 'competitor',
  'competitor-changed': 'competitor',
  'competitor-removed': 'competitor',
  'page-looked-at': 'competitor',
  'snapshot-taken': 'competitor',
  'snapshot-changed': 'competitor',
  'snapshot-removed': 'competitor',
  'change-noted': 'competitor',
  'changes-muted': 'competitor',
  'item-ticked': 'none',
  'item-unticked': 'none',
  'routine-changed': 'none',
  'settings-changed': 'none',
  exported: 'none',
  restored: 'none',
  'backed-up': 'none',
  undone: 'none',
};

/** Every kind, in the order in which a filter offers them. */
export const kindsInOrder = Object.keys(subjectOf) as ActivityKind[];
