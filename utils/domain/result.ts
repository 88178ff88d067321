/** Every way in which something expected can go wrong. The words for each stand in `utils/i18n`, under `error_<code>`. */
export const errorCodes = [
  'unknown-message', // no such message: an old page talks to a new background, or a stranger
  'forbidden', // this kind of sender may not send that
  'invalid', // the payload does not fit the schema
  'not-found', // the record is gone
  'changed-since', // an undo would overwrite something newer
  'wall', // a login wall, a captcha, or a deleted or private profile stands where the page should be
  'nothing-to-save', // the page shows no creator
  'suppressed', // this person asked not to be stored
  'not-watched', // the page is on no watchlist: there is nothing to compare a snapshot with
  'no-access', // the browser did not give access to this tab or site
  'quota', // the disk is full
  'blocked', // another tab holds an old version of the database open
  'recovery', // the notebook is damaged or vanished: only the recovery page may write
  'busy', // too many messages from this tab
  'unreachable', // no answer from the background
  'stale', // the extension was updated under this page
  'internal', // a bug; logged
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type Failure = { ok: false; code: ErrorCode; message: string };
export type Result<T> = { ok: true; value: T } | Failure;

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** @param message for the log and for developers; people read the translation of the code */
export function fail(code: ErrorCode, message: string): Failure {
  return { ok: false, code, message };
}
