import { severities } from '../../domain/change-kind.ts';
import type { KeywordGroup } from '../../domain/keyword.ts';
import { keywordKinds } from '../../domain/keyword-kinds.ts';
import { ok } from '../../domain/result.ts';
import type { Reader } from '../../storage/reader.ts';
import type { Service } from '../service.ts';
import { storedSettings } from '../stored-settings.ts';
import { readOnce } from '../write-once.ts';

/** The groups that are looked for, the most serious first. */
export async function enabledGroups(reader: Reader): Promise<KeywordGroup[]> {
  return (await reader.all('keywordGroups'))
    .filter(({ enabled, words }) => enabled && words.length > 0)
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** Every group, by what it listens for, in the order in which they were made. */
export const listKeywords: Service<'keyword.groups'> = (_input, call) =>
  readOnce(call, ['keywordGroups'], async (reader) => {
    const groups = await reader.all('keywordGroups');
    groups.sort(
      (a, b) =>
        keywordKinds.indexOf(a.kind) - keywordKinds.indexOf(b.kind) || a.createdAt.localeCompare(b.createdAt),
    );
    return ok({ groups });
  });

/** What a page's script looks for. Neither names nor tags: they are the operator's. */
export const keywordsForPage: Service<'page.keywords'> = (_input, call) =>
  readOnce(call, ['keywordGroups', 'settings'], async (reader) => {
    const groups = await enabledGroups(reader);
    const { markKeywords } = await storedSettings(reader);
    return ok({
      mark: markKeywords,
      groups: groups.map(({ id, severity, words }) => ({ groupId: id, severity, words })),
    });
  });
