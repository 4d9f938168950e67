import {equal, ok} from '../testing/assert.ts';
import {caretIn, tempSection, type TempSection} from '../testing/temp-section.ts';

let section: TempSection | null = null;
const open = (...args: Parameters<typeof tempSection>): TempSection => (section = tempSection(...args));
teardown(() => section?.remove());

function paste(page: TempSection, html: string): void {
  caretIn(page, 0, 0);
  page.editor.view.pasteHTML(html);
}

/** What Word puts on the clipboard, cut down to what matters. */
function word(body: string, styles = ''): string {
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/temp/clip_filelist.xml"><style><!-- p.MsoNormal {margin:0cm;} ${styles} --></style>
</head><body lang=EN-GB><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
}

suite('pasting from Word', () => {
  test('keeps paragraphs, bold and italic', () => {
    const page = open(['']);
    paste(
      page,
      word('<p class=MsoNormal><b>Loud</b> <i>rooms</i><o:p></o:p></p><p class=MsoNormal>Bells</p>'),
    );
    equal(page.words(), ['Loud rooms\nBells']);
    equal(page.editor.view.dom.querySelector('strong')?.textContent, 'Loud');
    equal(page.editor.view.dom.querySelector('em')?.textContent, 'rooms');
  });

  test('makes lists of list paragraphs, with their levels', () => {
    const page = open(['']);
    const point = (level: number, marker: string, words: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${words}<o:p></o:p></p>`;
    paste(page, word(point(1, '·', 'Bells') + point(2, 'o', 'Fire bells') + point(1, '·', 'Crowds')));
    const {dom} = page.editor.view;
    equal(
      [...dom.querySelectorAll('ul > li > p')].map(p => p.textContent),
      ['Bells', 'Fire bells', 'Crowds'],
    );
    equal(dom.querySelectorAll('ul ul').length, 1);
  });

  test('makes a numbered list of numbered paragraphs', () => {
    const page = open(['']);
    const point = (marker: string, words: string): string =>
      `<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>${marker}<span>&nbsp;</span></span>${words}</p>`;
    paste(page, word(point('1.', 'First') + point('2.', 'Second')));
    equal(
      [...page.editor.view.dom.querySelectorAll('ol > li')].map(li => li.textContent),
      ['First', 'Second'],
    );
  });

  test('keeps tables', () => {
    const page = open(['']);
    paste(
      page,
      word(
        '<table><tr><td><p>Who</p></td><td><p>How long</p></td></tr><tr><td>TA</td><td>20 min</td></tr></table>',
      ),
    );
    equal(
      [...page.editor.view.dom.querySelectorAll('td')].map(td => td.textContent),
      ['Who', 'How long', 'TA', '20 min'],
    );
  });

  test('leaves out hidden words, however they were hidden', () => {
    const page = open(['']);
    const body = `<p>Seen<span style='display:none;mso-hide:all'> hidden one</span></p>
      <p style='visibility:hidden'>hidden two</p><p hidden>hidden three</p>
      <p><span class=Secret>hidden four</span>Also seen</p>`;
    paste(page, word(body, 'span.Secret {mso-style-unhide:no; display:none; mso-hide:all;}'));
    equal(page.words(), ['Seen\nAlso seen']);
  });

  test('leaves out comments and tracked deletions, and keeps tracked insertions', () => {
    const page = open(['']);
    paste(
      page,
      word(`<p>He <del cite="mailto:A" datetime="2026-05-14T10:00">shouts at</del><ins cite="mailto:A">avoids</ins> bells<span
        class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span></p>
        <div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this safe to share?</p></div></div>
        <!-- an HTML comment -->`),
    );
    equal(page.words(), ['He avoids bells']);
  });

  test('leaves out pictures, scripts and addresses of files', () => {
    const page = open(['']);
    paste(
      page,
      word(`<p><img src="file:///C:/Users/a/child.png" alt="x"><a href="file:///C:/plan.docx">Plan</a>
        <a href="https://www.gov.uk/">law</a><script>alert(1)</script></p>`),
    );
    const {dom} = page.editor.view;
    equal(dom.querySelectorAll('img,script').length, 0);
    equal(
      [...dom.querySelectorAll('a')].map(a => a.getAttribute('href')),
      ['https://www.gov.uk/'],
    );
    ok(!dom.innerHTML.includes('file:'), 'no address of a file is left');
  });

  test('makes headings bold paragraphs, since a section has one heading of its own', () => {
    const page = open(['']);
    paste(page, word('<h2>Sensory</h2><p>Bells</p>'));
    equal(page.words(), ['Sensory\nBells']);
    equal(page.editor.view.dom.querySelectorAll('h1,h2,h3').length, 0);
  });
});

suite('pasting items', () => {
  test('into an empty section makes one item of that section', () => {
    const page = open([]);
    page.editor.focus();
    page.editor.view.pasteHTML('<p>One</p><p>Two</p>');
    equal(page.words(), ['One\nTwo']);
    equal(page.editor.view.state.doc.firstChild?.type.name, 'need');
    ok(page.editor.view.state.doc.firstChild?.attrs['id'], 'it has an id');
  });

  test('that stand here already makes new ones, and leaves out links to items that don’t', () => {
    const page = open(['one']);
    const copied = JSON.stringify({id: page.ids[0], howOften: 'daily'});
    const link = JSON.stringify({rel: 'statement', to: 'AAAAAAAAAAAAAAAAAAAAAA'});
    const {view} = page.editor;
    view.dispatch(
      view.state.tr.insert(view.state.doc.content.size, view.state.schema.node('need', {id: 'x'})),
    );
    view.pasteHTML(
      `<article data-item="need" data-values='${copied}'><p>one</p><div data-link data-values='${link}'></div></article>`,
    );
    const ids = view.state.doc.children.map(item => item.attrs['id'] as unknown);
    equal(new Set(ids).size, ids.length);
    let links = 0;
    view.state.doc.descendants(node => {
      if (node.type.name === 'link') links += 1;
    });
    equal(links, 0);
  });
});
