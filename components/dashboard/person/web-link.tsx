import type { ComponentChildren } from 'preact';

/** Only these lead anywhere: an address read from a page can be anything, `javascript:` as well. */
function isWeb(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** A link to a web page in a new tab, which does not learn where it was followed; any other address stays text. */
export function WebLink({ address, children }: { address: string; children?: ComponentChildren }) {
  const words = children ?? <bdi>{address}</bdi>;
  if (!isWeb(address)) return <span>{words}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
