import type { ProblemList } from '../core/index.js';
import type { Cohort, Mentee, Mentor } from '../participants/index.js';

/** What holds between people: unique ids, references that lead somewhere, reporting lines without circles. */
export function checkCohort(cohort: Cohort, problems: ProblemList): void {
  const mentorPlaces = placesById(cohort.mentors, 'mentors', problems);
  const menteePlaces = placesById(cohort.mentees, 'mentees', problems);
  cohort.mentees.forEach((mentee, index) => {
    checkLists(mentee, index, 'mentees', ['preferredMentors', 'avoidedMentors'], mentorPlaces, problems);
  });
  cohort.mentors.forEach((mentor, index) => {
    checkLists(mentor, index, 'mentors', ['preferredMentees', 'avoidedMentees'], menteePlaces, problems);
  });
  checkReferenceDate(cohort, problems);
  checkReportingLines(cohort.reportingLines ?? {}, problems);
}

function placesById(
  people: readonly { id: string }[],
  side: string,
  problems: ProblemList,
): Map<string, number> {
  const places = new Map<string, number>();
  people.forEach(({ id }, index) => {
    const earlier = places.get(id);
    if (earlier === undefined) places.set(id, index);
    else problems.add(`${side}[${index}].id`, id, `an id that ${side}[${earlier}] does not have already`);
  });
  return places;
}

function checkLists<Person extends Mentor | Mentee>(
  person: Person,
  index: number,
  side: string,
  fields: readonly (keyof Person & string)[],
  known: ReadonlyMap<string, number>,
  problems: ProblemList,
): void {
  for (const field of fields) {
    const list = person[field] as readonly string[] | undefined;
    if (list === undefined) continue;
    const seen = new Set<string>();
    list.forEach((id, at) => {
      const path = `${side}[${index}].${field}[${at}]`;
      if (!known.has(id)) {
        problems.add(path, id, `the id of a ${side === 'mentees' ? 'mentor' : 'mentee'} of this cohort`);
      } else if (seen.has(id)) problems.add(path, id, 'each id once');
      seen.add(id);
    });
  }
}

function checkReferenceDate(cohort: Cohort, problems: ProblemList): void {
  if (cohort.referenceDate !== undefined) return;
  for (const side of ['mentors', 'mentees'] as const) {
    const index = cohort[side].findIndex(({ timeZone }) => typeof timeZone === 'string');
    if (index < 0) continue;
    const zone = cohort[side][index]!.timeZone;
    problems.add(
      'referenceDate',
      undefined,
      `a date YYYY-MM-DD, since ${side}[${index}].timeZone is "${zone}"`,
    );
    return;
  }
}

/** Walks every reporting line once: a line that comes back to itself is one problem. */
function checkReportingLines(lines: Readonly<Record<string, string>>, problems: ProblemList): void {
  const managerOf = new Map(Object.entries(lines));
  const done = new Set<string>();
  for (const start of managerOf.keys()) {
    const onWay = new Set<string>();
    let person: string | undefined = start;
    while (person !== undefined && !done.has(person) && !onWay.has(person)) {
      onWay.add(person);
      person = managerOf.get(person);
    }
    if (person !== undefined && onWay.has(person)) {
      problems.add(
        `reportingLines[${JSON.stringify(person)}]`,
        managerOf.get(person),
        `reporting lines without a circle (${JSON.stringify(person)} reports to itself in the end)`,
      );
    }
    for (const id of onWay) done.add(id);
  }
}
