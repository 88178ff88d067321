import * as z from 'zod/mini';
import { hintAttribute, hintFields, hintHost, isHintSelector, longestSelector } from './hint-fields.ts';
import { pageKinds, platformIds } from './platform.ts';
import { recordShape } from './record.ts';

export type HintField = keyof typeof hintFields;

/**
 * Where a field stands on one kind of page of one site, as the person pointed at it: data only, two verbs (`text`, `attribute`) and how
 * the field is understood. Used where the site's own reader finds nothing; the value's source is `user`.
 */
export const hintShape = {
  platform: z.enum(platformIds),
  /** of a site that the registry does not know: the host the hint is for */
  host: z.optional(z.string().check(z.minLength(1), z.maxLength(255), z.regex(hintHost))),
  kind: z.enum(pageKinds),
  field: z.enum(Object.keys(hintFields) as [HintField, ...HintField[]]),
  /** CSS of a closed grammar; never a script, never an address */
  selector: z.string().check(z.minLength(1), z.maxLength(longestSelector), z.refine(isHintSelector)),
  /** the attribute that holds the value; absent: the element's text */
  attribute: z.optional(z.string().check(z.regex(hintAttribute))),
};
export const hintSchema = z.strictObject({ ...recordShape, ...hintShape });
export type Hint = z.infer<typeof hintSchema>;
/** A hint as readers get it. */
export type HintRule = Pick<Hint, 'platform' | 'host' | 'kind' | 'field' | 'selector' | 'attribute'>;

/** What a hint is for: of two for the same the newer counts. */
export function hintPlace({ platform, host, kind, field }: HintRule): string {
  return [platform, host ?? '', kind, field].join(' ');
}
