import type {DisagreementFileType} from '../disagreement-file-record.ts';
import {isBareJpeg, isJpeg} from './jpeg.ts';
import {isBarePng, isPng} from './png.ts';
import {soundType} from './sound-type.ts';

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * What bytes are, whatever they are called; `null` where they are nothing that is kept, and `tellsMore` for a picture that holds more than
 * it shows. A PDF is taken as it is: what it holds can't be known from outside (decision 22).
 */
export function fileType(bytes: Uint8Array): DisagreementFileType | 'tellsMore' | null {
  if (isJpeg(bytes)) return isBareJpeg(bytes) ? 'image/jpeg' : 'tellsMore';
  if (isPng(bytes)) return isBarePng(bytes) ? 'image/png' : 'tellsMore';
  if (PDF.every((byte, index) => bytes[index] === byte)) return 'application/pdf';
  return soundType(bytes);
}
