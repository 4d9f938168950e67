import type {PlanHost} from './plan-host.ts';

/** Puts kept words back as a new item at the end of the part in which they were typed, and lets go of the copy. */
export async function putBack(plan: PlanHost, unsentId: string): Promise<void> {
  const words = plan.source?.unsent.find(one => one.id === unsentId);
  const section = plan.sections.find(one => one.root === words?.root);
  const type = section?.itemTypes[0];
  if (words === undefined || section === undefined || type === undefined) return;
  await plan.goTo(section.root, null);
  const editor = await plan.parts.elementOf(section.root)?.ready();
  const id = editor?.addItem(type) ?? null;
  if (editor === null || editor === undefined || id === null) return;
  editor.focusItem(id);
  const {state} = editor.view;
  editor.view.dispatch(state.tr.insertText(words.text));
  plan.source?.dismissUnsent(unsentId);
}
