import type {DisclosureRule} from '../disclosure/finding.ts';
import {NEAR_MISSES, type Draw, type Maker} from './disclosure-near-misses.ts';
import {seededRandom} from './seeded-random.ts';

/** A sentence, and what in it discloses something under which rule; nothing where it only looks as if it did. */
export interface CorpusSentence {
  readonly text: string;
  readonly planted: readonly {readonly rule: DisclosureRule; readonly start: number; readonly end: number}[];
}

const STREETS = [
  'Marram Close',
  'Larch Way',
  'Harbour Court',
  'Tern Road',
  'Gannet Avenue',
  'Mill Lane',
  'Quarry Terrace',
  'Old Ropewalk Street',
  'St Piran’s Crescent',
  'Kittiwake Drive',
  'Lower Mead Gardens',
];
const TOWNS = ['Saltmere', 'Fenbrook', 'Tidewell', 'Northgate', 'Marlshire'];
/** People of the other example plan: nobody of them is on the plan for which the corpus is checked. */
const FULL = [
  'Michelle Thorne',
  'Lorna Prakash-Whyte',
  'Dev Prakash-Whyte',
  'Anton Baptiste',
  'Femi Ogunleye',
  'Jonah Estwick',
  'Sam Perrin',
  'Owen Frith',
  'Carys Bell',
  'Bea Lorne',
  'Tom Eddo',
];
const SINGLE = [
  'Tyrell',
  'Michelle',
  'Lorna',
  'Ruth',
  'Femi',
  'Harriet',
  'Jonah',
  'Owen',
  'Carys',
  'Anton',
  'Ty',
];
const SURNAMES = ['Mbeki', 'Lomax', 'Estwick', 'Hartley', 'Oduya', 'Ogunleye', 'Bligh'];
const RARE = ['Oduya', 'Mags', 'Ade', 'Dell', 'Bea', 'Joy', 'Zebedee', 'Kezzo'];
const CHILD = ['Jory', 'He', 'Jory’s mum', 'Miss Farrow', 'Mum'];
const LISTED = ['Lowfield House', 'Dunlin Surgery', 'The Lantern Base', 'Harbourside Clinic'];

/** What discloses, by rule: `[` and `]` mark the words that must be found. */
const HITS: readonly (readonly [DisclosureRule, readonly Maker[]])[] = [
  [
    'SG-01',
    [
      d => `${d.one(CHILD)} now lives at [${d.number(1, 180)} ${d.one(STREETS)}] with his mum.`,
      d =>
        `The taxi picks him up outside [${d.number(1, 180)}${d.one(['a', 'b', ''])}, ${d.one(STREETS)}, ${d.one(TOWNS)}].`,
      d => `Please send it to [Flat ${d.number(1, 40)}] at once.`,
      d => `They were seen on [${d.one(STREETS)}] last week.`,
      d => `Parcel for [${postcode(d)}], second floor.`,
      d => `the code for the sat nav is [${postcode(d).toLowerCase()}]`,
      d => `Her postcode is [${postcode(d).replace(' ', '')}].`,
      d => `they are at [${d.number(2, 90)} ${d.one(STREETS).toLowerCase()}] now`,
      d => `Collect him from [apartment ${d.number(1, 30)}] by three.`,
      d => `The photo was taken at [51.${d.number(10000, 99999)}, -0.${d.number(10000, 99999)}].`,
      d => `Title: letter to [${d.number(1, 90)}_${d.one(STREETS).replaceAll(' ', '_')}].docx`,
      d => `He walks down [${d.one(STREETS)}], then past the shops.`,
    ],
  ],
  [
    'SG-02',
    [
      d => `Call Mum on [${mobile(d)}].`,
      d => `Her new number is [${mobile(d).replaceAll(' ', '')}], keep it safe.`,
      d => `Ring [+44 7700 900${d.number(100, 999)}] after six.`,
      d => `The office is on [01632 960${d.number(100, 999)}] until four.`,
      d => `Text [(01632) 960${d.number(100, 999)}] when you are there.`,
      d => `London office: [020 7946 0${d.number(100, 999)}]`,
      d => `Write to [${d.one(SINGLE).toLowerCase()}.${d.number(1, 99)}@example.org] about it.`,
      d => `Email [${d.one(SURNAMES).toLowerCase()}@mail.example.co.uk]`,
      () => 'mum is on [temi dot a at example dot org]',
      d => `He follows [@${d.one(SINGLE).toLowerCase()}_${d.number(10, 99)}] on there.`,
      d => `Contact: [07700-900-${d.number(100, 999)}] (evenings)`,
    ],
  ],
  [
    'SG-03',
    [
      d => `Since the move to the [refuge] ${d.one(CHILD)} sleeps badly.`,
      d =>
        `${d.one(['Mum', 'She', 'The family'])} has an [IDVA] who comes on ${d.one(['Mondays', 'Fridays'])}.`,
      () => 'This was talked about at [MARAC] last month.',
      () => "They get help from [Women's Aid] now.",
      d => `They [moved away] in ${d.one(['May', 'June', 'October'])}.`,
      d => `They had to [relocate] to ${d.one(TOWNS)}.`,
      () => 'Jory likes his [new house] and has his own room.',
      () => 'The letter came from the [new surgery].',
      d => `He [lives in ${d.one(TOWNS)}] now.`,
      d => `They are [staying near ${d.one(TOWNS)}] with a friend.`,
      () => 'Please do not tell Dad [where they live].',
      () => 'Mum [fled] in the night with two bags.',
      () => 'The worker says it is a [safe house].',
      () => 'There is a [non-molestation] order.',
      () => 'They are in [temporary accommodation] until spring.',
      () => 'She has a [new address] and will not say it.',
      () => 'The [domestic abuse service] sees her weekly.',
    ],
  ],
  [
    'SG-04',
    [
      d => `${d.one(CHILD)} plays with [${d.one(SINGLE)}] at lunch.`,
      d => `[${d.one(FULL)}] came to the gate again.`,
      d => `It was [${d.one(FULL)}] who rang the school.`,
      d => `His cousin [${d.one(RARE)}] hits him.`,
      d => `A boy called [${d.one(RARE)}] took his bag.`,
      d => `Mr [${d.one(SURNAMES)}] from church helps on Sundays.`,
      d => `We saw Mrs. [${d.one(SURNAMES)}] about it.`,
      d => `[${d.one(SINGLE)}]'s mum told us.`,
      d => `[${d.one(SINGLE)}] said that he would wait.`,
      d => `she is friends with [${d.one(['tyrell', 'michelle', 'lorna', 'femi', 'harriet'])}] from the park`,
      d => `Uncle [${d.one(RARE)}] sleeps on the sofa.`,
      d => `The friend, [${d.one(RARE)}], has a car.`,
      () => 'His [brother was arrested] last year.',
      () => 'Her [mother is depressed] and does not get up.',
      () => 'The [neighbour takes drugs] and shouts.',
      d => `Last saved by: [${d.one(FULL)}]`,
      d => `Author [${d.one(FULL)}], 3 pages`,
    ],
  ],
  [
    'SG-05',
    [
      () => 'A [strategy discussion] was held on 2 June.',
      () => 'It is part of the [police investigation].',
      () => 'He had an [ABE interview] in May.',
      () => 'The [section 47 enquiry] goes on.',
      () => 'The [LADO] was told on Friday.',
      () => 'This came from [police intelligence].',
    ],
  ],
  [
    'SG-06',
    [
      d => `The letter is headed [${d.one(LISTED)}].`,
      d => `He goes to [${d.one(LISTED)}] on Fridays.`,
      () => 'She takes him to the [Harbourside] one now.',
      d => `File: [${d.one(LISTED).replaceAll(' ', '_')}] letter.pdf`,
    ],
  ],
];

/**
 * Sentences made from parts: so many that disclose for each rule and each way, and as many that only look like it.
 * Some are disturbed as typing and pasting disturb them.
 */
export function disclosureCorpus(seed: number, rounds: number): CorpusSentence[] {
  const random = seededRandom(seed);
  const draw: Draw = {
    one: from => from[(random(2)[0] ?? 0) % from.length] ?? '',
    number: (from, to) => {
      const [a = 0, b = 0, c = 0] = random(3);
      return from + ((a * 65536 + b * 256 + c) % (to - from + 1));
    },
  };
  const sentences: CorpusSentence[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [rule, makers] of HITS) {
      for (const maker of makers) sentences.push(planted(rule, disturbed(maker(draw), draw)));
    }
    for (const maker of NEAR_MISSES) sentences.push({text: disturbed(maker(draw), draw), planted: []});
  }
  return sentences;
}

function planted(rule: DisclosureRule, marked: string): CorpusSentence {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return {text: marked.replace('[', '').replace(']', ''), planted: [{rule, start, end}]};
}

function disturbed(text: string, draw: Draw): string {
  switch (draw.number(0, 7)) {
    case 0:
      return text.replaceAll(' ', '\u00a0');
    case 1:
      return text.replace(/(\p{L})(\p{L})/u, '$1\u00ad$2');
    case 2:
      return text.replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 3:
      return `As before. ${text}`;
    case 4:
      return `${text} Nothing else has changed.`;
    default:
      return text;
  }
}

function postcode(draw: Draw): string {
  return `ZZ${draw.number(10, 99)} ${draw.number(1, 9)}${draw.one(['AB', 'CD', 'EF', 'GH', 'TH', 'PQ'])}`;
}

function mobile(draw: Draw): string {
  return `07700 900${draw.number(100, 999)}`;
}
