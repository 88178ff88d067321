/** Characters at once: an argument list has its limits. */
const chunk = 8_192;

/** Bytes as text that a message can carry. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}
