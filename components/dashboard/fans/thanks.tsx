import type { Brand } from '../../../utils/domain/brand.ts';
import type { ItemAuthor } from '../../../utils/domain/item.ts';
import type { Template } from '../../../utils/domain/template.ts';
import { chooseVariant } from '../../../utils/templates/choose-variant.ts';
import { useTemplates } from '../../hooks/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useNotify } from '../../ui/toast.tsx';
import { nameOf } from './profile-link.tsx';
import { useT } from './words.tsx';

/** What thank-yous are made of. */
export interface Thanks {
  template: Template;
  brand: Brand | null;
}

/**
 * The saved reply of the starter set that thanks somebody, however the operator has changed it since; null: there is none, undefined: not known
 * yet. Asked for once for a whole list.
 */
export function useThanks(): Thanks | null | undefined {
  const { state, templates, brand } = useTemplates();
  if (state === 'loading') return undefined;
  const template = templates.find(
    ({ starter, archived, draft }) => starter === 'thanks_tag' && !archived && !draft,
  );
  return template ? { template, brand } : null;
}

/** Says where the thank-yous come from, or that there are none yet. */
export function ThanksSource({ thanks }: { thanks: Thanks | null | undefined }) {
  const t = useT();
  if (thanks === undefined) return null;
  if (thanks === null)
    return (
      <p class="soft">
        {t('fans_thanks_missing')} <a href="#/templates">{t('fans_thanks_open')}</a>
      </p>
    );
  return (
    <p class="soft">
      {t('fans_thanks_from')}{' '}
      <a href={`#/template/${thanks.template.id}`}>
        <bdi>{thanks.template.title}</bdi>
      </a>
    </p>
  );
}

/** Copies a thank-you that is filled for one person; not everybody gets the same of its wordings, so that ten thanks do not read alike. */
export function CopyThanks({ author, thanks }: { author: ItemAuthor; thanks: Thanks }) {
  const t = useT();
  const notify = useNotify();
  const { template, brand } = thanks;
  const variant = chooseVariant(template.variants, null, brand?.languages ?? [])?.variant;
  if (!variant) return null;

  const copy = async () => {
    // the reader of templates is large, and most visits copy nothing
    const [{ fillTemplate }, { replyContext }] = await Promise.all([
      import('../../../utils/templates/fill-template.ts'),
      import('../../../utils/templates/reply-context.ts'),
    ]);
    const { wordings } = variant;
    const wording = wordings[author.handle.length % wordings.length] ?? wordings[0];
    const context = replyContext({
      platform: author.platform,
      platformName: (platform) => t(`platform_${platform}`),
      person: { displayName: author.displayName, handle: author.handle },
      ...(brand ? { brand } : {}),
    });
    const filled =
      wording && fillTemplate(wording.text, context, { language: variant.language, now: new Date() });
    if (filled?.state !== 'filled') return notify({ text: t('fans_no_thanks') });
    const copied = await copyText(filled.text);
    notify({ text: copied ? t('fans_copied', { text: filled.text }) : t('fans_not_copied') });
  };
  return (
    <Button label={t('fans_copy_thanks_named', { name: nameOf(author) })} onClick={() => void copy()}>
      {t('fans_copy_thanks')}
    </Button>
  );
}
