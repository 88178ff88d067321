import { expect, test } from 'vitest';
import { pageIdentity, pictureIdentity } from '../../../utils/snapshots/addresses.ts';

test.each([
  ['https://www.bells.example/products/bell/', 'http://bells.example/products/bell#reviews'],
  [
    'https://bells.example/collections/brass/products/bell',
    'https://bells.example/products/bell?_pos=3&_sid=ab12&_ss=r',
  ],
  ['https://item.taobao.example/item.htm?id=600&spm=a1z10.1', 'https://item.taobao.example/item.htm?id=600'],
  ['https://bells.example/bell?b=2&a=1', 'https://bells.example/bell?a=1&b=2'],
])('%s is the page %s', (one, two) => {
  expect(pageIdentity(one)).toBe(pageIdentity(two));
});

test.each([
  ['https://item.taobao.example/item.htm?id=600', 'https://item.taobao.example/item.htm?id=601'],
  ['https://bells.example/bell', 'https://mugs.example/bell'],
  ['https://bells.example/products/bell', 'https://bells.example/products/bell-2'],
])('%s is not the page %s', (one, two) => {
  expect(pageIdentity(one)).not.toBe(pageIdentity(two));
});

test.each([
  [
    'https://bells.example/cdn/shop/files/brass-bell.jpg?v=1&width=320',
    'https://bells.example/cdn/shop/files/brass-bell_600x.jpg?v=1',
  ],
  [
    'https://a.media.example/images/I/71abCDefGHL._AC_SX300_.jpg',
    'https://a.media.example/images/I/71abCDefGHL._AC_UL640_QL65_.jpg',
  ],
  [
    'https://gw.alicdn.example/bao/O1CN01abcdef.jpg_300x300q90.jpg_.webp',
    'https://img.alicdn.example/bao/O1CN01abcdef.jpg',
  ],
  [
    'https://yt3.example/ytc/AIdro_kabcdef=s176-c-k-c0x00ffffff-no-rj',
    'https://yt3.example/ytc/AIdro_kabcdef=s900-c-k',
  ],
  [
    'https://p16.example/tos-avt/7334abcdef~c5_100x100.webp?x-expires=1',
    'https://p77.example/tos-avt/7334abcdef~c5_1080x1080.jpeg?x-expires=2',
  ],
  [
    'https://i0.hdslb.example/bfs/face/abcdef012345.jpg@300w_300h.webp',
    '//i2.hdslb.example/bfs/face/abcdef012345.jpg',
  ],
  [
    'https://i.ebayimg.example/images/g/abcAAOSw/s-l300.jpg',
    'https://i.ebayimg.example/images/g/abcAAOSw/s-l1600.webp',
  ],
  [
    'https://bells.example/wp-content/brass-bell-300x300.jpg',
    'https://bells.example/wp-content/brass-bell.jpg',
  ],
  [
    'https://bells.example/_next/image?url=https%3A%2F%2Fcdn.example%2Fbrass-bell.png&w=640&q=75',
    'https://cdn.example/brass-bell.png',
  ],
])('%s shows %s', (one, two) => {
  expect(pictureIdentity(one)).toBe(pictureIdentity(two));
});

test.each([
  [
    'https://i.ebayimg.example/images/g/abcAAOSw/s-l300.jpg',
    'https://i.ebayimg.example/images/g/xyzAAOSw/s-l300.jpg',
  ],
  ['https://bells.example/files/brass-bell.jpg', 'https://bells.example/files/brass-bell-2.jpg'],
  ['https://bells.example/p/17/main.jpg', 'https://bells.example/p/18/main.jpg'],
])('%s does not show %s', (one, two) => {
  expect(pictureIdentity(one)).not.toBe(pictureIdentity(two));
});

test.each([
  '',
  '?',
  '%',
  'data:image/png;base64,AAAA',
  'https://',
  '////',
  'https://x.example/_next/image?url=https%3A%2F%2F%E0%A4%A',
])('the address %j breaks nothing', (address) => {
  expect(typeof pictureIdentity(address)).toBe('string');
  expect(typeof pageIdentity(address)).toBe('string');
});
