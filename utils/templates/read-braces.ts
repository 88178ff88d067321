import type { ReadProblem } from './read-result.ts';
import { askFor } from './variables.ts';

type Note = (code: ReadProblem['code'], detail: string) => void;

/** `name=Order; default=12` and the values without a name. */
function settings(body: string): { named: Map<string, string>; plain: string[] } {
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const part of body.split(';')) {
    const match = /^\s*([a-z_]+)\s*=\s*(.*)$/is.exec(part);
    if (match?.[1] && match[2] !== undefined) named.set(match[1].toLowerCase(), match[2].trim());
    else if (part.trim()) plain.push(part.trim());
  }
  return { named, plain };
}

const quoted = (value: string) => (value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`);

function field(name: string, fallback: string | undefined, options: readonly string[] = []): string {
  const filters = [
    ...(options.length > 0 ? [`options: ${options.map(quoted).join(', ')}`] : []),
    ...(fallback ? [`default: ${quoted(fallback)}`] : []),
  ];
  const plain = askFor(name);
  if (filters.length === 0) return plain;
  // Liquid looks at `default` only where it stands first
  return plain.replace(/ \}\}$/, ` | ${filters.toReversed().join(' | ')} }}`);
}

/** Tokens of the date patterns of moment.js as `strftime`. */
const dateTokens: Readonly<Record<string, string>> = {
  YYYY: '%Y',
  YY: '%y',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  M: '%-m',
  dddd: '%A',
  ddd: '%a',
  DD: '%d',
  Do: '%-d',
  D: '%-d',
  HH: '%H',
  H: '%-H',
  hh: '%I',
  h: '%-I',
  mm: '%M',
  A: '%p',
  a: '%p',
};

/** `MMMM D, YYYY` as `%B %-d, %Y`. */
export function strftimeOf(pattern: string): string {
  return pattern.replace(
    /YYYY|YY|MMMM|MMM|MM|M|dddd|ddd|DD|Do|D|HH|H|hh|h|mm|A|a/g,
    (token) => dateTokens[token] ?? token,
  );
}

function days(shift: string | undefined): string {
  const match = /^([+-]?\d+)\s*([dDwW])/.exec(shift ?? '');
  if (!match) return '';
  return ` | add_days: ${Number(match[1]) * (match[2]?.toLowerCase() === 'w' ? 7 : 1)}`;
}

/**
 * A text with commands in single braces, as Text Blaze and its like write them, as Liquid: `{cursor}`, `{formtext: name=…}`,
 * `{formmenu: a; b}`, `{time: MMMM D; shift=+3D}`, `{clipboard}`, `{snippet: name}`, `{name}`. What has no counterpart is asked for.
 * Liquid that stands there already stays.
 */
export function liquidFromBraces(text: string, note: Note): string {
  return text.replace(
    /\{[{%].*?[%}]\}|\{([a-z_\p{L}][\p{L}\p{N}_ -]*)(?:\s*:\s*([^{}]*))?\}/gisu,
    (found, raw?: string, body = '') => {
      if (raw === undefined) return found;
      const name = raw.trim().toLowerCase();
      const { named, plain } = settings(body);
      const given = named.get('name') ?? raw.trim();
      switch (name) {
        case 'cursor':
          return '{{ cursor }}';
        case 'enter':
          return '\n';
        case 'tab':
          return '\t';
        case 'formtext':
        case 'formparagraph':
        case 'formdate':
          return field(named.get('name') ?? 'text', named.get('default'));
        case 'formmenu':
          return field(named.get('name') ?? 'choice', named.get('default') ?? plain[0], plain);
        case 'time':
        case 'date':
          return `{{ today${days(named.get('shift'))}${plain[0] ? ` | date: ${quoted(strftimeOf(plain[0]))}` : ''} }}`;
        case 'snippet':
        case 'import':
          return `{% render ${quoted((plain[0] ?? given).replace(/^[;:/]+/, ''))} %}`;
        case 'note':
        case 'endnote':
          return '';
        default:
          if (body !== '') note('unknown-command', found);
          return askFor(given);
      }
    },
  );
}
