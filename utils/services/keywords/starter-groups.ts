import { brandWords, misspellings } from '../../domain/brand-words.ts';
import { tidyWords, wordKey } from '../../domain/keyword-words.ts';
import { ok } from '../../domain/result.ts';
import { currentBrand } from '../current-brand.ts';
import type { Service } from '../service.ts';
import { readOnce, writeOnce } from '../write-once.ts';
import { putGroup } from './put-group.ts';

/** Competitors that are listened for at once. */
const mostCompetitors = 200;

/** What the notebook knows that is worth listening for: our own names, how they are misspelt, and the names of those who are watched. */
export const suggestKeywords: Service<'keyword.suggest'> = (_input, call) =>
  readOnce(call, ['brands', 'settings', 'competitors'], async (reader) => {
    const brand = await currentBrand(reader);
    const words = brand ? brandWords(brand) : [];
    const own = new Set(words.map(wordKey));
    const competitors = (await reader.list('competitors', 'position')).filter(
      // ideas are no rivals, and our own pages are ours
      ({ tier }) => tier === 'better' || tier === 'equal',
    );
    const names = tidyWords(competitors.map(({ name }) => name)).words;
    return ok({
      brand: brand ? { name: brand.name, words, misspelt: misspellings(brand.name) } : null,
      competitors: names.filter((name) => !own.has(wordKey(name))).slice(0, mostCompetitors),
    });
  });

/** Adds starter lists, each with its tag where there is one. What was made from a list before is left as the operator has it by now. */
export const addStarterKeywords: Service<'keyword.starter'> = ({ operationId, groups }, call) =>
  writeOnce(
    call,
    { type: 'keyword.starter', operationId, stores: ['keywordGroups', 'tags'], collections: ['keywords'] },
    async (unit) => {
      const made = new Set((await unit.all('keywordGroups')).flatMap(({ starter }) => starter ?? []));
      const tags = await unit.all('tags');
      let added = 0;
      for (const { starter, details, tag } of groups) {
        if (made.has(starter)) continue;
        made.add(starter);
        const fitting = tags.find((one) => tag !== undefined && one.starter === tag && !one.retired);
        const tagId = details.tagId ?? fitting?.id;
        const put = await putGroup(unit, { ...details, ...(tagId ? { tagId } : {}) }, undefined, starter);
        if (!put.ok) return put;
        added++;
      }
      if (added > 0) await unit.log('keywords-changed');
      return ok({ added, there: groups.length - added });
    },
  );
