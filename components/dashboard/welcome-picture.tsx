import { Mark } from '../ui/mark.tsx';

/** A browser window in outline: the toolbar icon marked, the popup open below it. */
export function WelcomePicture({ label }: { label: string }) {
  return (
    <svg class="picture" viewBox="0 0 480 260" role="img" aria-label={label}>
      <rect class="p-window" x="1" y="1" width="478" height="258" rx="10" />
      <path class="p-line" d="M1 46h478" />
      <circle class="p-dot" cx="20" cy="24" r="4.5" />
      <circle class="p-dot" cx="36" cy="24" r="4.5" />
      <circle class="p-dot" cx="52" cy="24" r="4.5" />
      <rect class="p-soft" x="76" y="12" width="272" height="24" rx="12" />
      <circle class="p-soft" cx="366" cy="24" r="9" />
      <Mark at={{ x: 386, y: 10, size: 28 }} />
      <circle class="p-ring" cx="400" cy="24" r="21" />
      <circle class="p-soft" cx="440" cy="24" r="9" />
      <circle class="p-soft" cx="62" cy="102" r="26" />
      <rect class="p-soft" x="104" y="84" width="120" height="12" rx="6" />
      <rect class="p-soft" x="104" y="106" width="84" height="9" rx="4.5" />
      <rect class="p-soft" x="36" y="148" width="68" height="68" rx="6" />
      <rect class="p-soft" x="112" y="148" width="68" height="68" rx="6" />
      <rect class="p-soft" x="188" y="148" width="68" height="68" rx="6" />
      <rect class="p-popup" x="262" y="58" width="190" height="186" rx="8" />
      <rect class="p-soft" x="276" y="72" width="84" height="10" rx="5" />
      <rect class="p-accent" x="276" y="92" width="76" height="20" rx="5" />
      <path class="p-line" d="M276 126h162" />
      <rect class="p-soft" x="276" y="138" width="70" height="8" rx="4" />
      <rect class="p-soft" x="276" y="156" width="58" height="8" rx="4" />
      <rect class="p-soft" x="276" y="174" width="66" height="8" rx="4" />
      <path class="p-check" d="M366 141l3 3 5-6M366 159l3 3 5-6" />
      <rect class="p-soft" x="382" y="138" width="56" height="8" rx="4" />
      <rect class="p-soft" x="382" y="156" width="48" height="8" rx="4" />
      <rect class="p-soft" x="382" y="174" width="52" height="8" rx="4" />
      <rect class="p-box" x="365" y="173" width="10" height="10" rx="2" />
    </svg>
  );
}
