import type {RandomBytes} from '../base/ids.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';

/** A number below a limit, out of a stream of random bytes. */
export function below(random: RandomBytes, limit: number): number {
  const [high = 0, low = 0] = random(2);
  return (high * 256 + low) % limit;
}

const SENTENCES = [
  'A teaching assistant will sit beside Jory. ',
  'It is 45 minutes every week. ',
  'He may leave for the blue room. ',
  'Wren shows the staff how. ',
  'The bell is turned down. ',
];
const WORDS = ['week', 'fortnight', '30', 'one to one', 'in the hall', 'Wren', 'always', 'minutes'];

/** Blocks of an item as somebody could have written them, always the same for the same stream. */
export function randomBlocks(random: RandomBytes): PmJson[] {
  return Array.from({length: 1 + below(random, 3)}, () => {
    const paragraph = randomParagraph(random);
    if (below(random, 5) > 0) return paragraph;
    return {type: 'bulletList', content: [{type: 'listItem', content: [paragraph]}]};
  });
}

function randomParagraph(random: RandomBytes): PmJson {
  const runs = Array.from({length: below(random, 4)}, () => textRun(random));
  const joined: PmJson[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last === undefined || (last.marks === undefined) !== (run.marks === undefined)) joined.push(run);
    else joined[joined.length - 1] = {...last, text: `${last.text ?? ''}${run.text ?? ''}`};
  }
  return {type: 'paragraph', ...(joined.length > 0 && {content: joined})};
}

function textRun(random: RandomBytes): PmJson {
  const text = SENTENCES[below(random, SENTENCES.length)] ?? '';
  return {type: 'text', text, ...(below(random, 4) === 0 && {marks: [{type: 'bold'}]})};
}

/** The same blocks with something changed in them as somebody would, some of the time nothing. */
export function editedBlocks(random: RandomBytes, blocks: readonly PmJson[]): PmJson[] {
  const edited = [...blocks];
  for (let left = below(random, 3); left > 0; left -= 1) {
    const at = below(random, edited.length + 1);
    const block = edited[at];
    if (block === undefined || below(random, 6) === 0) edited.splice(at, 0, randomParagraph(random));
    else if (below(random, 6) === 0) edited.splice(at, 1);
    else edited[at] = editedBlock(random, block);
  }
  return edited;
}

function editedBlock(random: RandomBytes, block: PmJson): PmJson {
  const {content = []} = block;
  const at = below(random, Math.max(1, content.length));
  const one = content[at];
  if (one === undefined) return {...block, content: [textRun(random)]};
  const changed = one.text === undefined ? editedBlock(random, one) : editedRun(random, one, one.text);
  return {...block, content: content.with(at, changed)};
}

function editedRun(random: RandomBytes, run: PmJson, text: string): PmJson {
  const words = text.split(' ');
  const at = below(random, words.length);
  const word = WORDS[below(random, WORDS.length)] ?? '';
  words.splice(at, below(random, 2), word);
  return {...run, text: words.join(' ')};
}
