import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { FrameContext } from '../../utils/domain/frame-context.ts';
import { type ErrorCode, errorCodes } from '../../utils/domain/result.ts';
import type { FrameKey } from '../../utils/i18n/locales/en/frame.ts';
import { IconButton } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** The card's frame: a heading that gets the first focus, and the way out. */
export function Surface({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading);
  return (
    <>
      <header class="card-head">
        <h1 tabIndex={-1} ref={heading}>
          <bdi>{title}</bdi>
        </h1>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      {children}
    </>
  );
}

type Of<S extends FrameContext['surface']> = Extract<FrameContext, { surface: S }>;

/** The account on this page is ours: nothing to save. */
export function OurAccount({ context }: { context: Of<'our-account'> }) {
  const t = useWords<FrameKey>();
  return (
    <div class="card-body">
      <p class="handle">
        <bdi>{context.account.handle}</bdi> · {t(`platform_${context.account.platform}`)}
      </p>
      <p>{t('frame_ours_words', { brand: context.brandName })}</p>
    </div>
  );
}

/** A failure's code as it came over the wire. */
export function toErrorCode(code: string): ErrorCode {
  return errorCodes.find((known) => known === code) ?? 'internal';
}

/** What went wrong with a capture, in words, with the address that remains known. */
export function Problem({ context }: { context: Of<'problem'> }) {
  const t = useWords<FrameKey>();
  return (
    <div class="card-body">
      <Note kind="bad">{t(`error_${toErrorCode(context.code)}`)}</Note>
      <dl class="known">
        {context.handle !== undefined && (
          <div>
            <dt>{t('field_handle')}</dt>
            <dd>
              <bdi>{context.handle}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('frame_problem_page')}</dt>
          <dd>
            <bdi>{context.url}</bdi>
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** What the person just did here, and that it is done. */
export function Done({ how }: { how: 'undone' | 'claimed' }) {
  const t = useWords<FrameKey>();
  return <Note kind="good">{how === 'undone' ? t('frame_undone') : t('frame_claimed')}</Note>;
}
