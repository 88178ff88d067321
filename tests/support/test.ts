/**
 * `npm test`: every check of the project, one line each, everything even if one fails.
 * The last line is `N passed, N failed`, with `, N skipped` where something was skipped.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium, findFirefox } from './browsers.ts';
import { lastLine, playwrightTally, sum, type Tally, vitestTally, withExitCode } from './tally.ts';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'test-results');
/** of a failed step this many lines are shown; the rest is in its log */
const shownLines = 150;

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** where the program writes its JSON report, and how to count it; without one the step is a single check */
  report?: { file: string; count: (report: unknown) => Tally };
}

function vitestStep(name: string, file: string, ...more: string[]): Step {
  const report = join(results, file);
  return {
    name,
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...more,
    ],
    env: { DECKHAND_BUILT: '1' },
    report: { file: report, count: vitestTally },
  };
}

const playwrightReport = join(results, 'chromium.json');

function steps(browsers: { chromium: string; firefox: string }): Step[] {
  const programs = { DECKHAND_CHROMIUM: browsers.chromium, DECKHAND_FIREFOX: browsers.firefox };
  return [
    { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
    { name: 'generated types', command: ['wxt', 'prepare'] },
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'build for Chrome', command: ['wxt', 'build'] },
    { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
    { name: 'test build for Chromium', command: ['wxt', 'build', '--mode', 'e2e'] },
    { name: 'test build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mode', 'e2e'] },
    {
      name: "Firefox's linter",
      command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--self-hosted=false'],
    },
    vitestStep('unit, rules of the house, budgets', 'unit.json'),
    {
      name: 'end to end in Chromium',
      command: ['playwright', 'test', '--reporter=list,json'],
      env: { ...programs, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
      report: { file: playwrightReport, count: playwrightTally },
    },
    {
      ...vitestStep('end to end in Firefox', 'firefox.json', '--config', 'vitest.firefox.config.ts'),
      env: programs,
    },
  ];
}

function runProgram(step: Step, log: string): Promise<{ exitCode: number | null; output: string }> {
  const [program = '', ...parameters] = step.command;
  const bin = join(root, 'node_modules/.bin');
  return new Promise((done) => {
    const child = spawn(program, parameters, {
      cwd: root,
      // on Windows the programs are .cmd files, which only a shell starts
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
        FORCE_COLOR: '0',
        NO_COLOR: '1',
        ...step.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const file = createWriteStream(log);
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      file.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const end = (exitCode: number | null) => {
      file.end();
      done({ exitCode, output });
    };
    child.on('error', (error) => {
      output += String(error);
      end(null);
    });
    child.on('close', end);
  });
}

function readReport(file: string): unknown {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

async function runStep(step: Step): Promise<Tally> {
  const started = performance.now();
  const log = join(results, `${step.name.replace(/[^a-z]+/gi, '-').toLowerCase()}.log`);
  const { exitCode, output } = await runProgram(step, log);
  const tally = step.report
    ? withExitCode(step.report.count(readReport(step.report.file)), exitCode)
    : { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (tally.failed) {
    const lines = output.trimEnd().split('\n');
    console.log(lines.slice(-shownLines).join('\n'));
    if (lines.length > shownLines) console.log(`(the whole of it is in ${log})`);
  }
  console.log(`${tally.failed ? '✗' : '✓'} ${step.name}: ${lastLine(tally)} (${seconds} s)`);
  return tally;
}

async function main(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const tallies: Tally[] = [];
  const browsers = { chromium: '', firefox: '' };
  try {
    browsers.chromium = findChromium();
    browsers.firefox = await findFirefox();
    console.log(`Chromium: ${browsers.chromium}\nFirefox: ${browsers.firefox}`);
  } catch (error) {
    // the other checks still run; those in the missing browser fail by themselves
    console.log(String(error));
    tallies.push({ passed: 0, failed: 1, skipped: 0 });
  }
  for (const step of steps(browsers)) tallies.push(await runStep(step));
  const total = sum(tallies);
  console.log(lastLine(total));
  process.exitCode = total.failed ? 1 : 0;
}

await main();
