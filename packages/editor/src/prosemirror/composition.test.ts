import {executeServerCommand} from '@web/test-runner-commands';
import {equal, until} from '../testing/assert.ts';
import {caretIn, jsonOf, tempSection, type TempSection} from '../testing/temp-section.ts';

let section: TempSection | null = null;
teardown(() => section?.remove());

/** Composes as an Android keyboard does: the browser itself replaces the word with each letter. */
async function compose(text: string): Promise<void> {
  await executeServerCommand('compose', {text});
}

suite('composing a word', () => {
  test('isn’t corrupted by what somebody inserts beside it', async () => {
    const page = (section = tempSection(['one ']));
    caretIn(page, 0, 4);
    await compose('h');
    await compose('hel');
    page.peerText(0).insert(4, 'Z');
    equal(page.editor.view.composing, true);
    await compose('hello');
    await executeServerCommand('commit', {text: 'hello'});
    await until('the other letter has come', () => page.words()[0]?.includes('Z') === true);
    equal([...(page.words()[0] ?? '')].sort().join(''), [...'one helloZ'].sort().join(''));
    equal(page.words()[0]?.includes('hello'), true);
    equal(jsonOf(page.local.doc, page.root), jsonOf(page.local.peer, page.root));
  });

  test('lets go of others’ edits when the editor is taken away in the middle', async () => {
    const page = (section = tempSection(['one ']));
    caretIn(page, 0, 4);
    await compose('h');
    page.editor.destroy();
    page.peerText(0).insert(0, 'Z');
    equal(jsonOf(page.local.doc, page.root).includes('Zone'), true);
    section = null;
  });
});
