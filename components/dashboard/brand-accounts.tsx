import { useState } from 'preact/hooks';
import type { OwnAccount } from '../../utils/domain/brand.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { useSurroundings } from './surroundings.ts';
import { useT } from './words.ts';

const same = (a: OwnAccount, b: Pick<OwnAccount, 'platform' | 'handle'>) =>
  a.platform === b.platform && a.handle.toLowerCase() === b.handle.toLowerCase();

/** Our own accounts, added by pasting the address of each profile. */
export function BrandAccounts({
  accounts,
  onChange,
}: {
  accounts: readonly OwnAccount[];
  onChange: (accounts: OwnAccount[]) => void;
}) {
  const t = useT();
  const { identify } = useSurroundings();
  const [address, setAddress] = useState('');
  const [error, setError] = useState<'account_unknown' | 'account_double' | null>(null);

  const add = () => {
    const text = address.trim();
    if (!text) return;
    // people also paste without the scheme
    const found = identify(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    if (!found) return setError('account_unknown');
    if (accounts.some((account) => same(account, found))) return setError('account_double');
    const main = !accounts.some((account) => account.platform === found.platform);
    onChange([...accounts, { platform: found.platform, handle: found.handle, main }]);
    setAddress('');
  };

  return (
    <div class="form-stack accounts">
      <div class="add-row">
        <TextField
          label={t('brand_accounts')}
          hint={t('brand_accounts_hint')}
          error={error ? t(error) : undefined}
          value={address}
          onInput={(value) => {
            setError(null);
            setAddress(value);
          }}
          onEnter={add}
        />
        <Button icon="add" disabled={!address.trim()} onClick={add}>
          {t('add')}
        </Button>
      </div>
      {accounts.length > 0 && (
        <ul class="rows">
          {accounts.map((account) => {
            const name = `${t(`platform_${account.platform}`)} @${account.handle}`;
            return (
              <li key={`${account.platform}:${account.handle}`}>
                <bdi class="row-words">{name}</bdi>
                <CheckField
                  label={
                    <>
                      <span aria-hidden="true">{t('account_main')}</span>
                      <span class="sr-only">{t('account_main_named', { name })}</span>
                    </>
                  }
                  checked={account.main}
                  onChange={(main) =>
                    onChange(accounts.map((other) => (same(other, account) ? { ...other, main } : other)))
                  }
                />
                <IconButton
                  icon="remove"
                  label={t('remove_named', { name })}
                  onClick={() => onChange(accounts.filter((other) => !same(other, account)))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
