/** Draws from lists, the same for the same seed. */
export interface Draw {
  one(from: readonly string[]): string;
  number(from: number, to: number): number;
}

/** Makes one sentence. */
export type Maker = (draw: Draw) => string;

/** What looks like something that discloses and is none. */
export const NEAR_MISSES: readonly Maker[] = [
  d => `They meet in Room ${d.number(1, 40)} at ${d.number(8, 11)}.${d.one(['15', '30', '45'])}.`,
  d => `This was said on ${d.number(1, 28)} ${d.one(['May', 'June', 'October', 'November'])} 2026.`,
  d => `A therapist will work with Jory for ${d.number(10, 60)} minutes every week, 38 weeks a year.`,
  d => `Jory is in Year ${d.number(1, 11)} and reads ${d.number(10, 90)} words by sight.`,
  d => `By July 202${d.number(6, 9)} Jory will ask for help ${d.number(2, 8)} times out of 10.`,
  d => `The bell rings at ${d.number(8, 11)}.00 and at ${d.number(1, 3)}.15 every day.`,
  d => `The lessons are at 09.00, 10.30, 11.${d.number(10, 59)} and 13.15.`,
  d => `See section F, items ${d.number(1, 9)} to ${d.number(10, 15)}, and H${d.number(1, 2)}.`,
  d => `He needs KS${d.number(1, 2)} books and A${d.number(3, 5)} paper by ${d.number(1, 3)}pm.`,
  d => `${d.one(['Jory', 'He'])} moved to the ${d.one(['red', 'blue', 'quiet'])} table after lunch.`,
  () => 'He moved to the next reading level in October.',
  d => `${d.one(['Jory', 'He'])} took refuge under the table for ${d.number(5, 40)} minutes.`,
  () => 'The class learned about refugees on Monday.',
  () => 'He sat close to the door, a long way from the others.',
  () => 'The court hearing is on 18 January 2027.',
  d =>
    `Miss Farrow and ${d.one(['Bronagh Kell', 'Wren Castellan', 'Dr Brandt', 'Marcus Ibsen'])} were there.`,
  d => `${d.one(['Temi', 'Callum', 'Folasade', 'Priya'])} said that Jory slept well.`,
  d => `Jory’s gran, ${d.one(['Folasade Adeyemi', 'Folasade'])}, sings with him.`,
  () => 'Does Jory like the blue room? Yes, Jory does.',
  () => 'Tidewell Primary School wrote to Marlshire County Council.',
  () => 'He likes Lego, Makaton signs and English, and Biscuit the dog.',
  d => `On ${d.one(['Monday', 'Tuesday', 'Friday'])} Gran came with Mum and Dad.`,
  () => 'A Level 3 teaching assistant runs the Lego Therapy group.',
  () => 'The Local Offer lists the Freedom Programme and short breaks.',
  () => 'Key Stage 2 ends in July. Education, Health and Care Plans are looked at each year.',
  d => `Jory has ${d.number(2, 9)} trains, ${d.number(100, 999)} stickers and a red bag.`,
  () => 'He paid a flat rate of 3 pounds.',
  () => 'The safe place in class is by the window.',
  () => 'The speech and language therapist will train the class teacher for three hours every term.',
  () => 'He said: "bell too loud". He put his hands on his ears.',
  () => 'Mum and Dad both want him to have a small class.',
  () => 'Dad drinks tea with him at the weekend.',
  () => 'He was born in 2019 and started in Reception in 2023.',
  d => `IMG_202611${d.number(10, 28)}_101500.jpg`,
  () => 'Creator: Microsoft Word, 3 pages, 2026-11-05T10:15:00Z',
  () => 'report-final-v3.docx',
  () => 'In May he may go on the summer trip, and in August he will rest.',
  () => 'Grace is said before lunch, and he finds joy in music.',
  d => `Ring the bell ${d.number(2, 5)} times, then wait ${d.number(10, 30)} seconds.`,
  () => 'Ask the key worker to pass on a message.',
  () => 'Call 999 in an emergency, or 111 for advice.',
  () => 'The number line goes to 100 and he counts in 2s, 5s and 10s.',
  () => 'Ofsted, the NHS, SENCO and CAMHS were asked. The EP and the TA agree.',
  () => 'On the way home he holds the hand of the person in the photo.',
  () => 'Every Wednesday at Gran’s he sings, and stays for tea.',
  () => 'A place at a special school would give him a small class and a quiet room.',
];
