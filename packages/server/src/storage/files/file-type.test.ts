import assert from 'node:assert/strict';
import test from 'node:test';
import {fileType} from './index.ts';

const SOI = [0xff, 0xd8];
const EOI = [0xff, 0xd9];
const text = (words: string): number[] => [...Buffer.from(words, 'latin1')];

function segment(marker: number, inside: readonly number[]): number[] {
  const length = inside.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...inside];
}

const JFIF = segment(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const FRAME = [...segment(0xdb, [0, 1, 2]), ...segment(0xc0, [8, 0, 1, 0, 1]), ...segment(0xc4, [0, 1])];
/** A scan with a byte 0xff of its own and a restart. */
const SCAN = [...segment(0xda, [1, 1, 0]), 5, 0xff, 0, 7, 0xff, 0xd1, 9];
const jpeg = (...more: number[][]): number[] => [...SOI, ...more.flat(), ...FRAME, ...SCAN, ...EOI];

function chunk(name: string, inside: readonly number[] = []): number[] {
  const {length} = inside;
  return [0, 0, length >> 8, length & 0xff, ...text(name), ...inside, 0, 0, 0, 0];
}

const SIGNATURE = [0x89, ...text('PNG\r\n'), 0x1a, 0x0a];
const png = (...more: number[][]): number[] => [
  ...SIGNATURE,
  ...chunk('IHDR', [0, 0, 0, 1]),
  ...more.flat(),
  ...chunk('IDAT', [1, 2, 3]),
  ...chunk('IEND'),
];

function box(name: string, inside: readonly number[] = []): number[] {
  const size = inside.length + 8;
  return [0, 0, size >> 8, size & 0xff, ...text(name), ...inside];
}

const film = (handler: string, ...more: number[][]): number[] => [
  ...box('ftyp', text('isom')),
  ...box('moov', [
    ...box('trak', box('mdia', box('hdlr', [0, 0, 0, 0, 0, 0, 0, 0, ...text(handler)]))),
    ...more.flat(),
  ]),
];

const typeOf = (bytes: readonly number[]) => fileType(Uint8Array.from(bytes));

for (const [what, bytes, type] of [
  ['a bare JPEG', jpeg(JFIF), 'image/jpeg'],
  [
    'a JPEG that says how its colours are read',
    jpeg(segment(0xee, [...text('Adobe'), 0, 0, 0, 0, 0, 0, 1])),
    'image/jpeg',
  ],
  ['a JPEG in two scans', [...SOI, ...FRAME, ...SCAN, ...FRAME, ...SCAN, ...EOI], 'image/jpeg'],
  ['a bare PNG', png(chunk('sRGB', [0]), chunk('pHYs', [1])), 'image/png'],
  ['a PDF', text('%PDF-1.7\n'), 'application/pdf'],
  ['a recording in WebM', [0x1a, 0x45, 0xdf, 0xa3, 1], 'audio/webm'],
  ['a recording in MP4', film('soun'), 'audio/mp4'],
] as const)
  test(`${what} may be sent`, () => {
    assert.equal(typeOf(bytes), type);
  });

for (const [what, bytes] of [
  ['the place and the device (APP1 Exif)', jpeg(JFIF, segment(0xe1, text('Exif\0\0GPS')))],
  ['XMP', jpeg(segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>')))],
  ['IPTC (APP13)', jpeg(segment(0xed, text('Photoshop 3.0\0')))],
  ['a comment', jpeg(JFIF, segment(0xfe, text('At home')))],
  ['a profile that names a device', jpeg(segment(0xe2, text('ICC_PROFILE\0')))],
  [
    'a small picture of what was cut off',
    jpeg(segment(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])),
  ],
  ['words that call themselves JFIF', jpeg(segment(0xe0, text('Exif\0 GPS 1 2')))],
  ['a second picture behind its end', [...jpeg(JFIF), ...jpeg(segment(0xe1, text('Exif')))]],
  [
    'something between two scans',
    [...SOI, ...FRAME, ...SCAN, ...segment(0xe1, text('Exif')), ...SCAN, ...EOI],
  ],
  ['no end', [...SOI, ...FRAME, ...SCAN]],
  ['a part that is longer than it', [...SOI, ...segment(0xdb, [1]).slice(0, 4), ...EOI]],
] as const)
  test(`a JPEG that holds ${what} is refused`, () => {
    assert.equal(typeOf(bytes), 'tellsMore');
  });

for (const [what, bytes] of [
  ['the place and the device (eXIf)', png(chunk('eXIf', text('MM')))],
  ['words (tEXt)', png(chunk('tEXt', text('Comment\0Home')))],
  ['words (iTXt)', png(chunk('iTXt', text('XML:com.adobe.xmp')))],
  ['words (zTXt)', png(chunk('zTXt', text('a')))],
  ['when it was made', png(chunk('tIME', [1]))],
  ['a profile that names a device', png(chunk('iCCP', text('a')))],
  ['something behind its end', [...png(), 1]],
  ['something in its end', [...SIGNATURE, ...chunk('IHDR', [1]), ...chunk('IEND', text('Home'))]],
  ['no end', [...SIGNATURE, ...chunk('IHDR', [1])]],
] as const)
  test(`a PNG that holds ${what} is refused`, () => {
    assert.equal(typeOf(bytes), 'tellsMore');
  });

for (const [what, bytes] of [
  ['a telephone’s picture that calls itself a film', box('ftyp', text('heic'))],
  ['a film', film('vide')],
  [
    'a recording that says where it was made',
    film('soun', box('udta', box('\u00a9xyz', text('+51.5-0.1/')))),
  ],
  [
    'a recording that says where it was made, by a long name',
    film('soun', box('meta', text('keys com.apple.quicktime.location.ISO6709'))),
  ],
  ['a web page', text('<script>')],
  ['a picture that scripts can stand in', text('<svg xmlns=')],
  ['nothing', []],
] as const)
  test(`${what} is nothing that is kept`, () => {
    assert.equal(typeOf(bytes), null);
  });

test('no picture of random bytes ends the look at it with an error', () => {
  for (let seed = 1; seed < 400; seed++) {
    const junk = Array.from({length: seed % 60}, (_, index) => (seed * 31 + index * index * 17) & 0xff);
    for (const start of [
      jpeg(JFIF).slice(0, seed % 40),
      png().slice(0, seed % 40),
      box('ftyp', text('isom')),
    ])
      assert.doesNotThrow(() => typeOf([...start, ...junk]));
  }
});
