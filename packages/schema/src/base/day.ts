/** A day of the calendar, written `2026-11-22`. Days compare as strings do. */
export type Day = string;

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** The day that many days later, or earlier where the number is negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** How many days lie between two days; negative where the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/**
 * The day that many working days later; the day itself is day 0. Working days are Monday to Friday. Bank holidays count
 * as working days here, so a limit counted with this is never longer than the lawful one, and sometimes a day shorter.
 */
export function addWorkingDays(day: Day, days: number): Day {
  let number = numberOf(day);
  for (let left = days; left > 0;) {
    number += 1;
    if (isWorkingDay(number)) left -= 1;
  }
  return dayOf(number);
}

/** Day 0 is 1 January 1970, a Thursday. */
function isWorkingDay(number: number): boolean {
  return (((number + 3) % 7) + 7) % 7 < 5;
}

function numberOf(day: Day): number {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) {
    throw new RangeError(`not a day: ${day}`);
  }
  const before = DAYS_BEFORE[month - 1];
  if (before === undefined) throw new RangeError(`not a day: ${day}`);
  return startOf(year) + before + (month > 2 && isLeap(year) ? 1 : 0) + date - 1;
}

function dayOf(number: number): Day {
  let year = 1970 + Math.floor(number / 366);
  while (startOf(year + 1) <= number) year += 1;
  while (startOf(year) > number) year -= 1;
  const inYear = number - startOf(year);
  let month = 11;
  while (monthStart(year, month) > inYear) month -= 1;
  const date = inYear - monthStart(year, month) + 1;
  return [String(year).padStart(4, '0'), pad(month + 1), pad(date)].join('-');
}

/** The number of 1 January of a year. */
function startOf(year: number): number {
  const last = year - 1;
  const leaps = Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
  return (year - 1970) * 365 + leaps - 477;
}

function monthStart(year: number, month: number): number {
  return (DAYS_BEFORE[month] ?? 0) + (month > 1 && isLeap(year) ? 1 : 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
