import {z} from 'zod';
import {CONTACT_KINDS} from '../plan/contact-kind.ts';
import {ROLES} from '../plan/participant.ts';
import {STANCES} from '../plan/stance.ts';
import {WITHHOLDING_CLASSES, WITHHOLDING_REASONS} from '../plan/withholding-reason.ts';
import {audienceSchema, daySchema, keySchema, lineSchema, passageSchema, refSchema} from './names.ts';

const audience = audienceSchema.optional();

/** What a plan must know about a child's legal position, because each adds duties (domain 1.6). */
export const STATUS_KINDS = [
  'earlyHelp',
  'childProtectionPlan',
  'childInNeed',
  'lookedAfter',
  'courtOrder',
  'eotas',
  'residential',
  'personalBudget',
  'phaseTransfer',
  'movedAuthority',
  'sensoryImpairment',
  'overCompulsorySchoolAge',
  'other',
] as const;

export const childSchema = z
  .strictObject({
    name: lineSchema,
    calledName: lineSchema,
    born: daySchema.optional(),
    pronouns: lineSchema.optional(),
    languages: z.array(lineSchema).optional(),
    communication: passageSchema.optional(),
  })
  .meta({id: 'child'});

export const statusSchema = z
  .strictObject({
    kind: z.enum(STATUS_KINDS),
    since: daySchema.optional(),
    until: daySchema.optional(),
    authority: lineSchema.optional(),
    about: lineSchema.optional().meta({description: 'A person it concerns who is not on the plan.'}),
    words: passageSchema.optional(),
    audience,
  })
  .meta({id: 'status'});

const hiddenFrom = z.array(z.strictObject({key: keySchema, class: z.enum(WITHHOLDING_CLASSES)}));

export const participantSchema = z
  .strictObject({
    key: keySchema,
    name: lineSchema,
    relationship: lineSchema,
    role: z.enum(ROLES),
    agency: lineSchema.optional(),
    lead: z.boolean().optional(),
    hiddenFrom: hiddenFrom.optional(),
  })
  .meta({id: 'participant'});
export type PlanParticipant = z.infer<typeof participantSchema>;

export const positionSchema = z
  .strictObject({
    item: refSchema,
    party: z.string().max(200).meta({description: 'A participant’s key, or the agency of a participant.'}),
    by: keySchema.optional().meta({description: 'Who gave it, where the party is an agency.'}),
    stance: z.enum(STANCES),
    words: passageSchema.optional(),
    on: daySchema.optional(),
    audience,
  })
  .meta({id: 'position'});

export const withholdingSchema = z
  .strictObject({
    id: refSchema,
    person: keySchema.optional().meta({
      description: 'Who is kept from others, where it is a person; items and audience are empty then.',
    }),
    items: z.array(refSchema),
    hiddenFrom,
    audience: z.array(keySchema),
    reasonCode: z.enum(WITHHOLDING_REASONS),
    legalGround: passageSchema,
    openReason: passageSchema.optional(),
    shapes: z.array(refSchema).optional(),
    proposedBy: keySchema.optional(),
    approvedBy: keySchema.optional(),
    approvedOn: daySchema.optional(),
    reviewOn: daySchema.optional(),
  })
  .meta({id: 'withholding'});

export const scaleSchema = z
  .strictObject({
    id: refSchema,
    about: refSchema.optional(),
    zero: passageSchema,
    ten: passageSchema,
    ratings: z.array(
      z.strictObject({
        party: z.string().max(200),
        value: z.int().min(0).max(10),
        on: daySchema.optional(),
        words: passageSchema.optional(),
        whyNotLower: passageSchema.optional(),
        oneHigher: passageSchema.optional(),
      }),
    ),
    audience,
  })
  .meta({id: 'scale'});

export const sessionSchema = z
  .strictObject({
    id: refSchema,
    date: daySchema,
    place: lineSchema,
    askedBy: keySchema,
    present: z.array(lineSchema),
    prompts: z.array(lineSchema).optional(),
    limitsTold: passageSchema.optional(),
    readBack: z.union([z.boolean(), passageSchema]).optional(),
    endedBy: lineSchema.optional(),
    words: passageSchema.optional(),
    audience,
  })
  .meta({id: 'session'});

export const meetingSchema = z
  .strictObject({
    id: refSchema,
    kind: lineSchema,
    date: daySchema,
    at: lineSchema.optional(),
    place: lineSchema.optional(),
    invited: z.array(keySchema).optional(),
    present: z.array(keySchema).optional(),
    words: passageSchema.optional(),
    audience,
  })
  .meta({id: 'meeting'});

export const clockSchema = z
  .strictObject({
    clock: z.string().regex(/^[A-Z]{2,4}-\d{1,2}$/, 'must be a clock such as EHC-1'),
    given: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    due: daySchema.optional(),
    target: daySchema.optional(),
    doneOn: daySchema.optional(),
    words: passageSchema.optional(),
    audience,
  })
  .meta({id: 'clock'});

export const contactSchema = z
  .strictObject({
    token: z.string().regex(/^[A-Z0-9-]{2,40}$/, 'must be a token such as ADDR-1'),
    kind: z.enum(CONTACT_KINDS),
    value: passageSchema,
    audience: z.array(keySchema),
  })
  .meta({id: 'contact', description: 'Stands in import files only; no export ever holds one.'});
