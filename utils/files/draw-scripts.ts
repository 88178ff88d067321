/*
 * What anyone can run on the published list to get the same winners: nothing of ours is in them. A test runs both on an exported list.
 * `list.txt` is the file as it was published, then the seed as it was published, then how many are drawn (winners and alternates).
 */

/** `node check.mjs list.txt "seed" 3` */
export const javascriptCheck = `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const [file, seed, count] = process.argv.slice(2);
const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const list = readFileSync(file, 'utf8');
const hash = sha(list);
const score = (line) => sha(seed + '\\n' + hash + '\\n' + line);
const lines = list.split('\\n').filter((line) => line !== '');
const drawn = lines.sort((a, b) => (score(a) < score(b) ? -1 : 1));
console.log([hash, ...drawn.slice(0, Number(count))].join('\\n'));
`;

/** `python3 check.py list.txt "seed" 3` */
export const pythonCheck = `import hashlib, sys
file, seed, count = sys.argv[1:4]
sha = lambda data: hashlib.sha256(data).hexdigest()
data = open(file, 'rb').read()
listed = sha(data)
lines = [line for line in data.decode('utf-8').split('\\n') if line]
score = lambda line: sha((seed + '\\n' + listed + '\\n' + line).encode('utf-8'))
drawn = sorted(lines, key=score)
winners = [listed] + drawn[:int(count)]
sys.stdout.buffer.write(('\\n'.join(winners) + '\\n').encode('utf-8'))
`;
