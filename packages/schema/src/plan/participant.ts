import type {ParticipantId} from '../base/ids.ts';

/** Every role that a person can have on a plan. */
export const ROLES = [
  'child',
  'parent',
  'carer',
  'family',
  'keyworker',
  'socialWorker',
  'socialCareManager',
  'conferenceChair',
  'reviewingOfficer',
  'sendOfficer',
  'safeguardingLead',
  'school',
  'psychologist',
  'therapist',
  'health',
  'virtualSchool',
  'adviser',
  'counsellor',
  'advocate',
  'interpreter',
  'refugeWorker',
  'police',
] as const;
export type Role = (typeof ROLES)[number];

/** One person on one plan, as far as deciding access and naming them needs. */
export interface Participant {
  readonly id: ParticipantId;
  /** Name within one plan file, such as `temi`; never shown. */
  readonly key: string;
  readonly name: string;
  /** In words that stand after the name: `Jory's mum`. */
  readonly relationship: string;
  readonly role: Role;
  readonly agency?: string;
  /** The lead professional: invites, opens sections for co-writing, sees the plan as others do. */
  readonly lead: boolean;
  /**
   * Participants who receive no sign that this person is on the plan. While the list isn't empty the
   * person reads `shared` and `voice`, writes nothing there and has no presence there.
   */
  readonly hiddenFrom: readonly ParticipantId[];
}
