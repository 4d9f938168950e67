import '../../screens/links.ts';
import type {ItemId} from '@goldthread/schema';
import type {IndexedItem} from '../../context/item-index.ts';
import type {PlanSectionOpen} from '../../events/section-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {drawn, eventFrom, hideAll, show} from '../../testing/show.ts';
import {PlanThread} from './thread.ts';

const item = (id: string, label: string, said: boolean): IndexedItem => ({
  // A test id; nothing parses it.
  id: id as ItemId,
  root: said ? 'section:A' : 'section:B',
  type: said ? 'statement' : 'need',
  label,
  words: `Words of ${label}`,
  links: [],
  said,
  isVerbatim: false,
});
const tied = [item('a', 'A1', true), item('b', 'B4', false)];
teardown(hideAll);

suite('the gold thread', () => {
  test('ties a ring and a bead with one line, and is accessible', async () => {
    const thread = await show(new PlanThread(), {tied, self: 'b'});
    await drawn(thread);
    equal(
      [...(thread.shadowRoot?.querySelectorAll('i') ?? [])].map(one => one.className),
      ['ring', 'bead'],
    );
    ok(thread.shadowRoot?.querySelector('path')?.getAttribute('d')?.startsWith('M'), 'a line');
    await accessible(thread);
  });

  test('leads to an item that is pressed', async () => {
    const thread = await show(new PlanThread(), {tied, self: 'b'});
    const asked = eventFrom<PlanSectionOpen>(thread, 'plan-section-open', () =>
      thread.shadowRoot?.querySelector('button')?.click(),
    );
    equal([asked.root, asked.item], ['section:A', 'a']);
  });
});
