import {PLAN_TYPES, sectionOf} from '@goldthread/schema';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {PlanScreen} from '../elements/screen/screen.ts';
import {PlanUndoLine} from '../elements/undo-line/undo-line.ts';
import type {WithholdCase} from '../elements/withhold/case.ts';
import {PlanWithhold} from '../elements/withhold/withhold.ts';
import type {PlanScreenOpen} from '../events/screen-open.ts';
import type {PlanWithheld} from '../events/withheld.ts';
import {dayIn} from '../words/clock-time.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-screen', PlanScreen);
giveTag('goldthread-withhold', PlanWithhold);
giveTag('goldthread-undo-line', PlanUndoLine);

/** The questions about one item, about a new private note in a part, or about a person. */
export function open(plan: PlanHost, asked: PlanScreenOpen): void {
  const about = caseOf(plan, asked);
  const {source} = plan;
  if (about === null || source === null) return;
  const {http} = source;
  const onWithheld = ({withholdingId, names, undoEnds}: PlanWithheld) => {
    plan.screens.show(null);
    plan.screens.leaveLine(
      () =>
        html`${
          // A line of its own for each act, so that its time and its button begin anew.
          keyed(
            withholdingId,
            html`<goldthread-undo-line
              .http=${http}
              .withholdingId=${withholdingId}
              .names=${names}
              .ends=${undoEnds}
              @plan-screen-close=${(event: Event) => {
                event.stopPropagation();
                plan.screens.leaveLine(null);
              }}
            ></goldthread-undo-line>`,
          )
        }`,
    );
  };
  plan.screens.show(
    () =>
      html`<goldthread-withhold
        .about=${about}
        .http=${http}
        .offline=${plan.isOffline}
        .currentWords=${about.item === null ? null : (plan.index.byId.get(about.item.id)?.words ?? about.item.words)}
        @plan-withheld=${onWithheld}
      ></goldthread-withhold>`,
  );
}

function caseOf(plan: PlanHost, {screen, item: id, root}: PlanScreenOpen): WithholdCase | null {
  const facts = plan.source?.facts ?? null;
  const today = dayIn(new Date());
  if (screen === 'hidePerson') return facts && {facts, section: null, item: null, around: [], today};
  const item = id === null ? null : (plan.index.byId.get(id) ?? null);
  const type = facts === null ? undefined : PLAN_TYPES[facts.planType];
  const where = item?.root ?? root;
  const section = type === undefined || where === null ? undefined : sectionOf(type, where);
  if (facts === null || section === undefined || (id !== null && item === null)) return null;
  const around = plan.index.items.filter(one => one.root === section.root);
  return {facts, section, item, around, today};
}
