import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { identify } from '../../utils/sites/registry.ts';
import { linkedText } from '../../utils/sites/youtube/data.ts';
import { parsePage } from '../support/parse-page.ts';

const run = (start: number, length: number, url: string) => ({
  startIndex: start,
  length,
  onTap: { innertubeCommand: { urlEndpoint: { url } } },
});

describe('a description with links', () => {
  it('has them as they were written', () => {
    const content = 'Shop: \u00a0\u00a0/\u00a0brook  and http://brook.example/2010/09... end';
    const first = '\u00a0\u00a0/\u00a0brook';
    const second = 'http://brook.example/2010/09...';
    const commandRuns = [
      run(content.indexOf(first), first.length, 'https://www.instagram.com/brook'),
      run(
        content.indexOf(second),
        second.length,
        'https://www.youtube.com/redirect?event=video_description&q=http%3A%2F%2Fbrook.example%2F2010%2F09%2F09%2Fpots',
      ),
    ];
    expect(linkedText({ content, commandRuns })).toBe(
      'Shop: https://www.instagram.com/brook  and http://brook.example/2010/09/09/pots end',
    );
  });

  it('keeps what is not shortened, and what is no link', () => {
    const commandRuns = [
      run(0, 4, 'https://other.example'),
      run(5, 1e9, 'not an address…'),
      null,
      run(1, 2, ''),
    ];
    expect(linkedText({ content: '#tag rest', commandRuns })).toBe('#tag rest');
    expect(linkedText({ runs: [{ text: 'old ' }, { text: 'form' }] })).toBe('old form');
    expect(linkedText({ content: 7 })).toBeUndefined();
  });
});

function watch(data: unknown, player?: unknown): string {
  const script = (name: string, value: unknown) => `<script>var ${name} = ${JSON.stringify(value)};</script>`;
  return `<!doctype html><html lang="en"><body><ytd-app></ytd-app>${script('ytInitialData', data)}${player ? script('ytInitialPlayerResponse', player) : ''}</body></html>`;
}

describe('a video that cannot be watched', () => {
  it.each(['ERROR', 'LOGIN_REQUIRED', 'UNPLAYABLE'])('%s: nothing is claimed', (status) => {
    const data = { currentVideoEndpoint: { watchEndpoint: { videoId: 'vidGONE0001' } } };
    const page = parsePage(watch(data, { playabilityStatus: { status } }));
    expect(readPage(page, 'https://www.youtube.com/watch?v=vidGONE0001')).toMatchObject({
      kind: 'blocked',
      problems: [{ field: 'page', reason: 'blocked' }],
    });
  });
});

describe('a removed channel', () => {
  it('has a header without a name and an alert', () => {
    const data = {
      header: { c4TabbedHeaderRenderer: { channelId: 'UC0' } },
      alerts: [{ alertRenderer: {} }],
    };
    expect(readPage(parsePage(watch(data)), 'https://www.youtube.com/@gone').kind).toBe('blocked');
  });

  it('is none while the page knows its name', () => {
    const data = { header: { c4TabbedHeaderRenderer: { title: 'Lin' } }, alerts: [{ alertRenderer: {} }] };
    expect(readPage(parsePage(watch(data)), 'https://www.youtube.com/@lin').kind).toBe('profile');
  });
});

describe('addresses of YouTube', () => {
  it.each([
    ['https://www.youtube.com/@lin/community?lb=UgkxABCDEFGHIJKL', 'post', 'UgkxABCDEFGHIJKL'],
    ['https://www.youtube.com/@lin/community', 'profile', '@lin'],
    ['https://www.youtube.com/v/abcDEF12345', 'post', 'abcDEF12345'],
    ['https://studio.youtube.com/video/abcDEF12345/comments/inbox', 'inbox', undefined],
  ])('%s is a %s', (url, kind, id) => {
    expect(identify(new URL(url))).toMatchObject(id ? { kind, id } : { kind });
  });

  it('knows nothing of others', () => {
    for (const url of [
      'https://studio.youtube.com/channel/UC0123456789abcdefghijkl/analytics',
      'https://www.youtube.com/post/abc',
      'https://www.youtube.com/embed/abcDEF12345',
    ]) {
      expect(identify(new URL(url))).toBeNull();
    }
  });
});
