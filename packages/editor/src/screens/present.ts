import {PlanPresent} from '../elements/present/present.ts';
import {offerOwnPictures} from '../elements/houses/own-pictures.ts';
import {ChildPlay} from '../elements/houses/play.ts';
import type {RoomPorts} from '../elements/room/room.ts';
import {changePresentation, notePresentation} from '../records/house-sessions.ts';
import type {Room} from '../records/room.ts';
import {present as say} from '../words/en/present.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-present', PlanPresent);
giveTag('goldthread-play', ChildPlay);
offerOwnPictures(() => import('./own-pictures.ts'));

/** A room to which a child's own words are shown in the place of a plan, and it is written down to whom. */
export function presenting(ports: RoomPorts, session: string): RoomPorts {
  const {own, memory} = ports;
  let noted = '';
  const note = async (room: Room): Promise<void> => {
    const answer =
      noted === ''
        ? await notePresentation(own, session, room)
        : await changePresentation(own, session, noted, room);
    if (answer.ok) noted = answer.value.presentations.at(-1)?.id ?? noted;
  };
  return {
    ...{own, say, memory},
    as: token => ports.as(token),
    show(token) {
      const shown = new PlanPresent();
      shown.http = ports.as(token);
      return shown;
    },
    onShown: ({present, others}) => void note({present, others}),
  };
}
