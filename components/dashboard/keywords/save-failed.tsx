import { keywordLimits } from '../../../utils/domain/keyword-kinds.ts';
import type { ErrorCode } from '../../../utils/domain/result.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useT } from './words.tsx';

/** Why nothing was saved: what is written is checked while it is written, so all that can be invalid is how many words there are. */
export function SaveFailed({ code }: { code: ErrorCode }) {
  const t = useT();
  if (code !== 'invalid') return <ErrorNote code={code} />;
  const { group, all, groups } = keywordLimits;
  return <Note kind="bad">{t('keywords_too_many', { group, all, groups })}</Note>;
}
