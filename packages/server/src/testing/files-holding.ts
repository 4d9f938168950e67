import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Which of these texts stand in any file below a folder, in UTF-8, UTF-16 or as JSON escapes, each with the file's name. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(one => one.isFile());
  return files.flatMap(file => {
    const bytes = readFileSync(join(file.parentPath, file.name));
    return texts
      .filter(text => spellings(text).some(one => bytes.includes(one)))
      .map(text => `${file.name}: ${text}`);
  });
}

function spellings(text: string): Buffer[] {
  const escaped = text
    .split('')
    .map(one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  return [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(escaped),
    Buffer.from(escaped.toUpperCase()),
  ];
}
