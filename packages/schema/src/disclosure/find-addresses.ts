import {spansOf} from './patterns.ts';
import type {Span} from './finding.ts';

const SUFFIX =
  'Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Court|Gardens|Gdns|Terrace|Place|Crescent|Cres|Grove|Mews|Square|Rise|Row|Walk|Hill|Park|View|House|Cottage|Lodge|Wharf|Quay|Parade|Green';
/** Endings that name a street also where no number stands before them. */
const STREET =
  'Street|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Court|Gardens|Terrace|Crescent|Grove|Mews|Parade';
const HOME = 'Cottage|Lodge|Towers|Mansions|Rectory|Vicarage|Bungalow|Heights|Almshouses';
/** Words that stand before the ending of a street and make it none. */
const NO_STREET =
  'High|Main|The|This|That|One|Other|Either|Another|Same|Half|No|Family|County|Crown|Magistrates|Youth|Supreme|Appeal|Sesame|Coronation|Milky|Long|Right|Wrong|Best|Only|Every|Front|Back|First|Second|Next|Last|Safe|Fire|Bus|Race';
const NO_NUMBER =
  '(?:he|she|it|we|they|this|at|from|with|for|staff|min|minute|hour|day|week|month|year|time|step|metre|mile|adult|child|children|people|pupil|may|june|july|of|to|the|a|an|in|per|on|is|or|and|by|long|out|half|more|other|different|another)s?';
const POSTCODE_UNIT = '(?!(?:am|pm|hr|yr|wk|mo|nd|rd|st|th|km|cm|mm|kg|mg|ml|xs)\\b)[a-z]{2}';

const PATTERNS: readonly RegExp[] = [
  // Postcodes, also in small letters, but not "in y3 2nd" or "ks1 3pm".
  /\b[A-Z]{1,2}\d[A-Z\d]?[ -]{0,2}\d[A-Z]{2}\b/gu,
  /\b[a-z]{2}\d[a-z\d] {0,2}\d[a-z]{2}\b/giu,
  new RegExp(`\\b[a-z]{1,2}\\d[a-z\\d]? {0,2}\\d${POSTCODE_UNIT}\\b`, 'giu'),
  /\bpost ?codes?\b[^.\n]{0,12}?\b[A-Z]{1,2}\d[A-Z\d]?\b/giu,
  // 14 Marram Close; 14a, Old Marram Close
  new RegExp(`\\b\\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'-]{0,30},? ){1,3}(?:${SUFFIX})\\b`, 'gu'),
  // 14 marram close
  new RegExp(`\\b\\d{1,4}[a-z]?,? (?:(?!${NO_NUMBER}\\b)[\\p{L}'-]{2,30} ){1,3}(?:${STREET})\\b`, 'giu'),
  // Marram Close
  new RegExp(`\\b(?!(?:${NO_STREET})\\b)\\p{Lu}[\\p{L}'-]{1,30} (?:${STREET}|${HOME})\\b`, 'gu'),
  // marram road, marram crescent: endings that mean nothing else
  /\b(?:on|in|at|down|up|off|from|near|to) (?!(?:the|a|this|that|our|his|her|their|my|busy|main|high|quiet|long|same|other|one|every|any|bus|cycle|fast|slow|outside|inside)\b)[\p{L}']{4,30} (?:road|avenue|crescent|terrace|mews)\b/giu,
  // Flat 3; apartment 12b
  /\b(?:flat|apartment|apt\.?|bedsit|caravan|plot) (?:no\.? ?|number )?\d{1,3}[a-z]?\b(?! ?(?:%|percent|per cent|rate|fee|screen))/giu,
  // no. 6, The Paddocks; at number 12; house number 114
  /\b(?:[Nn]o\.? ?|[Nn]umber )\d{1,4}[A-Za-z]?,? (?:The )?\p{Lu}[\p{L}'-]{2,}/gu,
  /\b(?:at|in|outside|near|from|neighbours? at) number \d{1,4}[a-z]?\b/giu,
  /\b(?:house|door|flat|plot) number\b[^.\n]{0,12}?\d{1,4}[a-z]?\b/giu,
  // 51.50735, -0.12776
  /(?<![\d.])-?\d{1,2}\.\d{3,}°?(?: ?[NS])?,? +-?\d{1,3}\.\d{3,}°?(?: ?[EW])?(?!\d)/gu,
  /\/\/\/\p{Ll}{3,30}\.\p{Ll}{3,30}\.\p{Ll}{3,30}/gu,
];

/** Addresses, postcodes and coordinates in a text made flat. */
export function findAddresses(flat: string): Span[] {
  return spansOf('SG-01', PATTERNS, flat);
}
