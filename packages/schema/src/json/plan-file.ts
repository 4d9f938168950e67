import {z} from 'zod';
import {SECTION_LETTERS} from '../plan/root.ts';
import {STAGES} from '../plan/stage.ts';
import {anyItemSchema} from './item-schema.ts';
import {
  childSchema,
  clockSchema,
  contactSchema,
  meetingSchema,
  participantSchema,
  positionSchema,
  scaleSchema,
  sessionSchema,
  statusSchema,
  withholdingSchema,
} from './record-schemas.ts';

const items = z.array(anyItemSchema);

/** The three houses, as a file names their lists. */
export const HOUSE_LISTS = ['goodThings', 'worries', 'dreams'] as const;
export type HouseList = (typeof HOUSE_LISTS)[number];

/** What a child calls a house. */
export const houseName = z.string().trim().min(1).max(40);

const sections = z.strictObject(
  // Every letter is named once in the list, so the shape has a list for each of them.
  Object.fromEntries(SECTION_LETTERS.map(letter => [letter, items.optional()])) as Record<
    (typeof SECTION_LETTERS)[number],
    z.ZodOptional<typeof items>
  >,
);

/** The whole of a Plan JSON file. An unknown field is refused everywhere. */
export const planFileSchema = z
  .strictObject({
    format: z.literal('goldthread-plan'),
    version: z.literal(1),
    ruleSet: z.literal('england-2014'),
    planType: z.string().max(40).optional().meta({description: 'The kind of plan; "ehcp" if left out.'}),
    stage: z.enum(STAGES).optional().meta({description: '"assessment" if left out.'}),
    child: childSchema,
    statuses: z.array(statusSchema).optional(),
    participants: z.array(participantSchema),
    sections,
    signsOfSafety: z
      .strictObject({
        worries: items.optional(),
        working: items.optional(),
        next: items.optional(),
        network: items.optional(),
        scales: z.array(scaleSchema).optional(),
      })
      .optional(),
    threeHouses: z
      .strictObject({
        sessions: z.array(sessionSchema).optional(),
        names: z
          .strictObject({
            goodThings: houseName.optional(),
            worries: houseName.optional(),
            dreams: houseName.optional(),
          })
          .optional()
          .meta({description: 'What the child calls the houses, where the child chose a name.'}),
        first: z.enum(HOUSE_LISTS).optional().meta({description: 'The house that the child picked first.'}),
        goodThings: items.optional(),
        worries: items.optional(),
        dreams: items.optional(),
      })
      .optional(),
    positions: z.array(positionSchema).optional(),
    withholdings: z.array(withholdingSchema).optional(),
    meetings: z.array(meetingSchema).optional(),
    clocks: z.array(clockSchema).optional(),
    contacts: z.array(contactSchema).optional(),
  })
  .meta({title: 'Goldthread plan', description: 'One plan around one child.'});

/** A plan as read from a file: every name in it is known, every reference leads somewhere. */
export type Plan = z.infer<typeof planFileSchema>;
