import type {RootName} from '../plan/root.ts';
import type {Span} from './finding.ts';
import {spansOf} from './patterns.ts';

/** What a class, a group or a seat is called: to move there discloses nothing. */
const IN_SCHOOL =
  '(?: (?:a|an|the|his|her|their|another|next|new|other|more|less|some|on|up|down|back|into|quieter|different|blue|red|green|yellow|small|smaller))*(?: \\p{L}{1,30})? (?:table|seat|chair|group|set|stage|level|book|books|desk|class|classes|year|key|reception|room|corner|carpet|front|back|middle|side|line|queue|lesson|task|activity|step|target|steps|page|part|point|topic|band|phase|sentences|words|numbers|letters|music|beat|item|agenda|question|slide|game)\\b';
/** Places in which everybody knows that the child is. */
const NO_PLACE =
  'Flat|Apartment|Year|Reception|Key|Nursery|Class|School|College|Gran|Nan|Mum|Dad|Room|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Level|Stage|Section|Group|Tier|Phase|English|Maths|Science|Art|Music|PE|Lego';

const WHEREABOUTS: readonly RegExp[] = [
  /(?<!\b(?:take|takes|took|taking|taken|seek|seeks|sought|find|finds|found) )\brefuges?\b/giu,
  /\b(?:safe house|safe address|safe accommodation|emergency accommodation|temporary accommodation|hostel|new address|sanctuary scheme|(?:out of|new) area|non[- ]molestation|undisclosed (?:address|location)|secret address|address (?:is )?withheld)\b/giu,
  /\b(?:IDVA|MARAC|Women'?s Aid|domestic (?:abuse|violence) (?:service|worker|team|charity|unit|project|support))s?\b/giu,
  new RegExp(`\\bmoved (?:away|to)\\b(?!${IN_SCHOOL})`, 'giu'),
  /\b(?:relocat|rehous)\w+/giu,
  /\b(?:left|leave|leaves|leaving) (?:the|this|our|their) (?:area|town|city|county|village)\b/giu,
  /\bmov(?:e|ed|es|ing) (?:house|home|flat|town|area|out|counties|county|again|in with)\b/giu,
  /\b(?:new|old|current|temporary) (?:council |little |small |big |own |safe |lovely |nice |rented )?(?:house|home|flat|town|village|surgery|GP|doctor'?s|clinic|neighbourhood|landlord)\b/giu,
  /\b(?:fled|fleeing|in hiding|hiding from (?:him|her|dad|mum)|ran away from (?:him|her|dad|mum))\b/giu,
  /\bwhere (?:we|they|she|he|mum|dad|mummy|daddy) (?:now |all )?(?:live|lives|stay|stays|sleep|sleeps|are living|is living)\b/giu,
  new RegExp(
    `\\b(?:[Ll]iv(?:es?|ed|ing)|[Ss]tay(?:s|ed|ing)?|[Mm]ov(?:ed|ing)|[Hh]oused|[Pp]laced|[Rr]ent(?:s|ing)?) (?:now |up |over |out )?(?:in|at|near|to|outside) (?!(?:${NO_PLACE})\\b)\\p{Lu}[\\p{L}'-]{2,}`,
    'gu',
  ),
];

const PRIVATE_TO_OTHERS: readonly RegExp[] = [
  /\b(?:brother|sister|sibling|cousin|neighbour|uncle|aunt|auntie|partner|boyfriend|girlfriend|step-?(?:dad|mum|father|mother)|grand(?:mother|father|parent|ma|pa|ad)s?|gran|nan|another (?:child|pupil|resident)|mum|dad|mother|father)\b[^.\n]{0,60}?\b(?:diagnos\w+|depress\w+|bipolar|HIV|prison|convict\w+|arrest\w+|cannabis|cocaine|heroin|alcohol\w*|drinks?|drug\w*|probation|abortion|immigration|asylum|medication|self[- ]harm\w*|suicid\w+|antidepress\w+|dementia|cancer|pregnan\w+|psychosis|psychotic|schizo\w+|rehab|detox|overdose\w*|in debt|sectioned)\b(?! (?:of |some |a |his |her )*(?:water|milk|juice|tea|coffee|squash|cocoa|chocolate)\b)/giu,
  /\b(?:told|tells|said|says|spoke|speaks|disclosed)(?: \p{L}+){0,2} in confidence\b/giu,
];

const ENQUIRIES: readonly RegExp[] = [
  /\bstrat(?:egy)? (?:discussion|meeting|mtg)s?\b/giu,
  /\b(?:(?:has|have|is|was) a warrant|arrest warrant|warrant (?:for|out))\b/giu,
  /\bpolice (?:investigation|enquir\w+|inquir\w+|interview|intelligence|disclosure|log|statement|report)s?\b/giu,
  /\b(?:ABE|achieving best evidence) interviews?\b/giu,
  /\b(?:section|s\.?) ?47\b(?: (?:enquir\w+|inquir\w+|investigation))?/giu,
  /\bLADO\b/gu,
  /\bintelligence (?:suggests|report)s?\b/giu,
];

/** Words that tell that a family moved or fled, or where to. */
export function findWhereabouts(flat: string): Span[] {
  return spansOf('SG-03', WHEREABOUTS, flat);
}

/** What is private to a relative or a neighbour. */
export function findPrivateMatters(flat: string): Span[] {
  return spansOf('SG-04', PRIVATE_TO_OTHERS, flat);
}

/** What belongs to an enquiry and never stands in the statutory text; where no root is named it counts everywhere. */
export function findEnquiries(flat: string, root: RootName | undefined): Span[] {
  const isStatutory = root === undefined || root === 'items' || root.startsWith('section:');
  return isStatutory ? spansOf('SG-05', ENQUIRIES, flat) : [];
}
