/*
 * Places in a filled text, while it is being filled. They are noncharacters (Unicode §23.7: never part of any text) and are taken out of
 * everything that comes in, so nothing from a page can pretend to be one.
 */
export const cursorMark = '\uFDD0';
export const stopStart = '\uFDD1';
export const stopEnd = '\uFDD2';
export const missingStart = '\uFDD3';
export const missingEnd = '\uFDD4';

/** Noncharacters, control characters other than tab and line feed, and signs that turn the direction of what follows. */
const unwanted = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;

/** A text from outside as it may stand in a reply: lines end with a line feed, nothing invisible that does anything. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '');
}
