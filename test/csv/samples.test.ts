import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseParticipants, writeTable } from '../../src/csv/index.js';
import { parseCohort } from '../../src/schema/index.js';

const sample = (file: string) => readFileSync(new URL(`../data/mentoring/${file}`, import.meta.url), 'utf8');
const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];

describe('the samples are read with no code for their cells', () => {
  for (const [size, people] of [
    ['small', 50],
    ['large', 500],
  ] as const) {
    it(`two files of ${people} people each give a cohort, without an issue`, () => {
      const options = { grades, assumeOptedIn: true };
      const mentors = parseParticipants(sample(`jonodrew_${size}_mentors.csv`), {
        ...options,
        role: 'mentor',
      });
      const mentees = parseParticipants(sample(`jonodrew_${size}_mentees.csv`), {
        ...options,
        role: 'mentee',
      });
      const cohort = parseCohort({
        mentors: mentors.participants.mentors,
        mentees: mentees.participants.mentees,
      });
      expect([...mentors.issues, ...mentees.issues]).toEqual([]);
      expect([cohort.mentors.length, cohort.mentees.length]).toEqual([people, people]);
      expect(cohort.mentors.every(({ grade, organization }) => grade! >= 1 && organization)).toBe(true);
    });
  }

  it('a list with commas comes apart into the six answers it is made of', () => {
    const { participants, summary } = parseParticipants(sample('jonodrew_large_mentors.csv'), {
      role: 'mentor',
      grades,
    });
    expect(participants.mentors[0]).toEqual({
      id: 'mentor.000@gov.uk',
      name: 'mentor 000',
      grade: 3,
      organization: 'Department of Truth',
      attributes: {
        'both mentor and mentee': false,
        'job title': 'Some role',
        profession: 'DDaT',
        characteristics: ['Asexual or aromantic', 'Gay'],
      },
    });
    const [split] = summary.splits;
    expect(split!.separator).toBe(',');
    expect(split!.answers.map(({ answer }) => answer).sort()).toEqual([
      'Asexual or aromantic',
      'Bisexual or pansexual',
      'Gay',
      'Lesbian',
      'Non-binary',
      'Transgender',
    ]);
    expect(summary.unused).toEqual([{ header: 'biography', occurrence: 1, why: 'long texts' }]);
  });

  it('one file with a role column gives both sides, half hours included', () => {
    const { participants, issues, summary } = parseParticipants(sample('qosf_sample_applicants.csv'), {
      assumeOptedIn: true,
    });
    expect(issues).toEqual([]);
    expect(summary).toMatchObject({ rows: 23, accepted: 23, rejected: 0, mentors: 8, mentees: 15 });
    const deepa = participants.mentees.find(({ id }) => id === 'deepa@example.com');
    expect(deepa).toEqual({
      id: 'deepa@example.com',
      name: 'Deepa Rao',
      location: 'India',
      timeZone: 330,
      grade: 4,
      interests: ['qml', 'optimization'],
      attributes: { availability: 7 },
      optedIn: true,
    });
    expect(participants.mentors.map(({ capacity }) => capacity)).toEqual([2, 2, 3, 2, 3, 2, 2, 2]);
    expect(parseCohort(participants).mentees).toHaveLength(15);
  });

  it('every weekly time of 525 people is understood', () => {
    const data = JSON.parse(sample('availability_500x25.json')) as Record<
      'mentees' | 'mentors',
      { id: string; availability: string[] }[]
    >;
    for (const side of ['mentees', 'mentors'] as const) {
      const rows = data[side].map(({ id, availability }) => [id, availability.join(', ')]);
      const text = writeTable([['id', 'availability'], ...rows]);
      const role = side === 'mentees' ? 'mentee' : 'mentor';
      const { participants, issues } = parseParticipants(text, { role, assumeOptedIn: true });
      expect(issues).toEqual([]);
      expect(participants[side].map(({ availability }) => availability!.length)).toEqual(
        data[side].map(({ availability }) => new Set(availability).size),
      );
      expect(parseCohort(participants)[side]).toHaveLength(data[side].length);
    }
    const first = data.mentees[0]!.availability;
    expect(first).toEqual(['6:00-7:00pm F', '8:00-9:00pm T', '7:00-8:00pm M']);
  });
});
