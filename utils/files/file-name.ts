/** Names that Windows gives to devices, with any ending. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * Part of a file's name from any text: letters and digits of any script, everything else (separators, dots, control and direction signs) a
 * hyphen. No system takes it for a path, a device or a hidden file.
 * @param instead where nothing of the text is left
 */
export function fileNamePart(text: string, instead: string, most = 60): string {
  const plain = [...text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')].slice(0, most).join('');
  const part = plain.replace(/^-+|-+$/g, '');
  if (!part) return instead;
  return devices.test(part) ? `${instead}-${part}` : part;
}

/** The start of a look's files: its moment in UTC, to the second. @param time ISO 8601 */
export const timeNamePart = (time: string): string =>
  new Date(time).toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
