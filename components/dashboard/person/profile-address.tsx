import { useState } from 'preact/hooks';
import { type PlatformId, platformIds } from '../../../utils/domain/platform.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useT } from '../words.ts';

/** A profile as a person names it. */
export interface NamedProfile {
  platform: PlatformId;
  handle: string;
  url: string;
}

/** People also paste without the scheme. Null: no address of the web. */
function addressOf(text: string): string | null {
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(full) && new URL(full).hostname.includes('.') ? full : null;
}

/**
 * Asks for a profile by its address. Where no platform is recognised in it, platform and handle are asked for as well: not every
 * platform can be read yet, but a person can be known on any.
 */
export function ProfileAddress({
  label,
  hint,
  submit,
  kind,
  pending,
  onProfile,
}: {
  label: string;
  hint: string;
  submit: string;
  kind?: ButtonProps['kind'];
  pending: boolean;
  /** resolves to true where it worked out: the field is emptied then */
  onProfile: (profile: NamedProfile) => Promise<boolean>;
}) {
  const t = useT();
  const { identify } = useSurroundings();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  // asked for only after an address in which nobody was recognised
  const [byHand, setByHand] = useState<{ platform: PlatformId; handle: string } | null>(null);

  const go = async () => {
    const url = addressOf(address.trim());
    if (!url) return setWrong(true);
    const found = identify(url);
    if (!found && !byHand?.handle.trim()) return setByHand(byHand ?? { platform: 'web', handle: '' });
    const { platform, handle } = found ?? byHand ?? { platform: 'web', handle: '' };
    const profile = { platform, handle: handle.trim().replace(/^@/, ''), url };
    if (!(await onProfile(profile))) return;
    setAddress('');
    setByHand(null);
  };

  return (
    <form
      class="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() && !pending) void go();
      }}
    >
      <TextField
        label={label}
        hint={hint}
        error={wrong ? t('person_address_wrong') : undefined}
        value={address}
        maxLength={8_000}
        onInput={(value) => {
          setWrong(false);
          setByHand(null);
          setAddress(value);
        }}
      />
      {byHand && (
        <div class="form-stack">
          <p role="status">{t('person_address_unknown')}</p>
          <div class="form-row">
            <Select
              label={t('person_platform')}
              value={byHand.platform}
              options={platformIds.map((value) => ({ value, label: t(`platform_${value}`) }))}
              onChange={(platform) => setByHand({ ...byHand, platform })}
            />
            <TextField
              label={t('field_handle')}
              value={byHand.handle}
              maxLength={200}
              onInput={(handle) => setByHand({ ...byHand, handle })}
            />
          </div>
        </div>
      )}
      <div class="form-end">
        <Button
          kind={kind ?? 'plain'}
          type="submit"
          pending={pending}
          disabled={!address.trim() || (byHand !== null && !byHand.handle.trim())}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}
