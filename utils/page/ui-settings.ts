import { browser } from '#imports';
import type { UiSettings } from '../domain/settings.ts';
import { languages, themes } from '../domain/vocabulary.ts';

/** The mirror of harmless settings in `storage.local`, written by the background. */
const uiKey = 'ui';

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.includes(value as T) ? (value as T) : otherwise;
}

/** Reads stored settings by hand (no schema library in content code); what does not fit falls back to the default. */
export function toUiSettings(value: unknown): UiSettings {
  const stored: Record<string, unknown> =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const sitesOff = Array.isArray(stored.sitesOff) ? stored.sitesOff : [];
  return {
    language: oneOf(['auto', ...languages] as const, stored.language, 'auto'),
    theme: oneOf(themes, stored.theme, 'auto'),
    market: oneOf(['cross-border', 'domestic'] as const, stored.market, 'cross-border'),
    overlayHidden: stored.overlayHidden === true,
    sitesOff: sitesOff.filter((host): host is string => typeof host === 'string'),
  };
}

/** The settings now; the defaults where the area cannot be read. */
export async function readUiSettings(): Promise<UiSettings> {
  try {
    const stored: Record<string, unknown> = await browser.storage.local.get(uiKey);
    return toUiSettings(stored[uiKey]);
  } catch {
    return toUiSettings(undefined);
  }
}

/** Calls `changed` with the new settings whenever the background has stored others, until the signal aborts. */
export function onUiSettings(changed: (ui: UiSettings) => void, signal: AbortSignal): void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[uiKey];
    if (area === 'local' && change) changed(toUiSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  signal.addEventListener('abort', () => {
    // the namespace is gone when the abort comes from an update of the extension
    try {
      browser.storage.onChanged.removeListener(heard);
    } catch {}
  });
}
