import {EHCP, sectionOf, type RootName, type SectionSpec} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import type {PlanItemAdd} from '../../events/item-add.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeDoc} from '../../testing/fake-plan.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import * as Y from 'yjs';
import {PlanSection} from './section.ts';

function sectionAt(root: RootName): SectionSpec {
  const found = sectionOf(EHCP, root);
  if (found === undefined) throw new RangeError(`No section ${root}`);
  return found;
}

function docWith(...texts: readonly string[]): FakeDoc {
  const doc = new FakeDoc();
  doc.writableRoots = ['section:B'];
  const items = texts.map((text, at) => ({
    type: 'need',
    attrs: {id: `need-${at}`},
    content: [{type: 'paragraph', content: [{type: 'text', text}]}],
  }));
  writeItems(doc.doc, 'section:B', items, 'test');
  return doc;
}

async function open(docSession: FakeDoc, properties: Partial<PlanSection> = {}): Promise<PlanSection> {
  return show(new PlanSection(), {
    section: sectionAt('section:B'),
    childName: 'Jory',
    docSession,
    access: 'write',
    ...properties,
  });
}

function promptHeight(section: PlanSection): number {
  return section.querySelector('.goldthread-empty-prompt')?.getBoundingClientRect().height ?? -1;
}

teardown(hideAll);

suite('a section', () => {
  test('says what it is for and what the person may do, then its words, and is accessible', async () => {
    const section = await open(docWith('He hides.'));
    await section.ready();
    await drawn(section);
    equal(section.shadowRoot?.querySelector('h2')?.textContent, 'B. What Jory finds hard');
    const words = wordsOf(section);
    ok(words.includes('You can change this.') && words.includes('He hides.'), words);
    await accessible(section);
  });

  test('keeps what changes in it from being worked out for the sections beside it', async () => {
    const section = await open(docWith('He hides.'));
    equal(getComputedStyle(section).contain, 'content');
  });

  test('to a reader shows the words and nothing that could change them', async () => {
    const section = await open(docWith('He hides.'), {access: 'read'});
    const editor = await section.ready();
    equal(editor?.isEditable, false);
    ok(wordsOf(section).includes('You can read this part. You cannot change it.'), wordsOf(section));
    ok(!wordsOf(section).includes('Add a need'), 'nothing to add');
    await accessible(section);
  });

  test('where only own words may be written says that', async () => {
    const section = await open(docWith('He hides.'), {access: 'own'});
    ok(wordsOf(section).includes('You can add your own words and change those.'), wordsOf(section));
    await accessible(section);
  });

  test('to a reader says that nobody has written yet, and to a writer what could stand here', async () => {
    const read = await open(docWith(), {access: 'read'});
    await read.ready();
    await drawn(read);
    equal(read.shadowRoot?.querySelector('.empty')?.textContent, 'No one has written here yet.');
    equal(promptHeight(read), 0, 'the height of what tells writers how to begin');
    await accessible(read);
    hideAll();
    const write = await open(docWith());
    await write.ready();
    await drawn(write);
    equal(write.shadowRoot?.querySelector('.empty'), null);
    ok(promptHeight(write) > 0, 'how to begin');
    await accessible(write);
  });

  test('asks for a new item of the kind that was pressed', async () => {
    const section = await open(docWith());
    const asked = eventFrom<PlanItemAdd>(section, 'plan-item-add', () =>
      button(section, 'Add a need').click(),
    );
    equal([asked.root, asked.itemType], ['section:B', 'need']);
  });

  test('shows what somebody else writes, before and after its editor is there', async () => {
    const doc = docWith('He hides.');
    const far = new PlanSection();
    far.style.cssText = 'display: block; margin-top: 500vh';
    const given = {section: sectionAt('section:B'), docSession: doc, access: 'write'} as const;
    const section = await show(far, given);
    const write = (text: string) => {
      const content = [{type: 'paragraph', content: [{type: 'text', text}]}];
      writeItems(doc.peer, 'section:B', [{type: 'need', attrs: {id: text}, content}], 'test');
    };
    write('Written before.');
    await until('the first new item is there', () => wordsOf(section).includes('Written before.'));
    equal(section.editor, null);
    await section.ready();
    write('Written after.');
    await until('the second new item is there', () => wordsOf(section).includes('Written after.'));
  });

  test('far from the screen draws only the words that somebody else changed', async () => {
    const doc = docWith('He hides.', 'He runs.');
    const far = new PlanSection();
    far.style.cssText = 'display: block; margin-top: 500vh';
    const given = {section: sectionAt('section:B'), docSession: doc, access: 'write'} as const;
    const section = await show(far, given);
    const before = [...section.querySelectorAll('article, article > *')];
    const item = doc.peer.getXmlFragment('section:B').get(1);
    const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
    if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('Often. ')]);
    await until('the words are there', () => wordsOf(section).includes('Often. '));
    const after = [...section.querySelectorAll('article, article > *')];
    const kept = before.map(element => after.includes(element) || element.textContent);
    equal(kept, [true, true, true, true, 'He runs.', true]);
  });

  test('has no editor before its words have come, and then only where it is near', async () => {
    const doc = docWith();
    doc.state = {kind: 'opening'};
    const given = {section: sectionAt('section:B'), docSession: doc, access: 'write'} as const;
    const near = await show(new PlanSection(), given);
    const far = await show(new PlanSection(), {...given, section: sectionAt('section:E')});
    await drawn(far);
    const many = Array.from({length: 60}, (_, at) => ({
      type: 'need',
      attrs: {id: `need-${at}`},
      content: [{type: 'paragraph', content: [{type: 'text', text: 'Words.'}]}],
    }));
    equal([near.editor, far.editor], [null, null]);
    writeItems(doc.doc, 'section:B', many, 'test');
    doc.state = {kind: 'live'};
    doc.dispatchEvent(new Event('change'));
    await until('the near one can be edited', () => near.editor !== null);
    await drawn(far);
    equal(far.editor, null);
  });

  test('when access is narrowed stops being editable and says so', async () => {
    const section = await open(docWith('He hides.'));
    const editor = await section.ready();
    section.access = 'read';
    await drawn(section);
    equal(editor?.isEditable, false);
    ok(wordsOf(section).includes('You cannot change it.'), wordsOf(section));
  });

  test('as a page of a phone has the first heading and says which part it is', async () => {
    const section = await open(docWith('He hides.'), {page: true, placeInPlan: 'Part 2 of 12.'});
    equal(section.shadowRoot?.querySelector('h1')?.textContent, 'What Jory finds hard (B)');
    ok(wordsOf(section).includes('Part 2 of 12.'), wordsOf(section));
    section.focusHeading();
    equal(section.shadowRoot?.activeElement?.id, 'title');
    await accessible(section);
  });
});
