import { CheckField, TextField } from '../../ui/field.tsx';
import { useT } from './words.tsx';

/** The address of an answer, to be opened by the person. */
export function ProofLink({ url }: { url: string }) {
  const t = useT();
  return (
    <p>
      <a href={url} target="_blank" rel="noreferrer">
        {t('rights_proof_link')}
      </a>
    </p>
  );
}

/** What proves an answer, as it is written. */
export interface ProofDraft {
  quote: string;
  url: string;
  picture: boolean;
}
export const emptyProof: ProofDraft = { quote: '', url: '', picture: false };

/** Whether the address is one; an empty one is none and no fault. */
export const urlFits = ({ url }: ProofDraft): boolean =>
  url.trim() === '' || (URL.canParse(url.trim()) && /^https?:$/.test(new URL(url.trim()).protocol));

/** The proof as it is sent. @param cropId of the picture that was taken of an answer */
export function proofOf({ quote, url, picture }: ProofDraft, cropId: string | undefined) {
  return {
    ...(quote.trim() ? { quote: quote.trim() } : {}),
    ...(url.trim() ? { url: url.trim() } : {}),
    ...(picture && cropId !== undefined ? { cropId } : {}),
  };
}

/** What was said and where. */
export function ProofFields({
  proof,
  cropId,
  checked,
  onChange,
}: {
  proof: ProofDraft;
  /** of a picture of the answer; absent: none was taken */
  cropId: string | undefined;
  /** somebody tried to save it: faults are said */
  checked: boolean;
  onChange: (proof: ProofDraft) => void;
}) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('rights_quote')}
        hint={t('rights_quote_hint')}
        rows={3}
        maxLength={5_000}
        value={proof.quote}
        onInput={(quote) => onChange({ ...proof, quote })}
      />
      <TextField
        label={t('rights_proof_url')}
        type="url"
        maxLength={8_000}
        value={proof.url}
        error={checked && !urlFits(proof) ? t('rights_url_wrong') : undefined}
        onInput={(url) => onChange({ ...proof, url })}
      />
      {cropId === undefined ? (
        <p class="field-hint">{t('rights_proof_picture_hint')}</p>
      ) : (
        <CheckField
          label={t('rights_proof_picture')}
          checked={proof.picture}
          onChange={(picture) => onChange({ ...proof, picture })}
        />
      )}
    </>
  );
}
