import latinExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import '../define.ts';

// What a page of another system loads: the elements and their typeface, and nothing that stays on the device.
const FACES: readonly (readonly [address: string, range: string])[] = [
  [
    latinExtended,
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F',
  ],
  [
    latin,
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122',
  ],
];

/** By script, because a font rule inside a shadow root counts for nothing; it is fetched when a word needs it. */
for (const [address, unicodeRange] of FACES) {
  const source = `url(${JSON.stringify(new URL(address, import.meta.url).href)}) format('woff2')`;
  const descriptors: FontFaceDescriptors = {weight: '200 800', display: 'swap', unicodeRange};
  document.fonts.add(new FontFace('Atkinson Hyperlegible Next Variable', source, descriptors));
}
