import { describe, expect, it } from 'vitest';
import { describeIssue, parseParticipants } from '../../src/csv/index.js';
import { plainWord } from '../../src/csv/words.js';

describe('what must never go wrong in silence', () => {
  it('a no under a consent header stays a no, however unclear the other answers and whatever is assumed', () => {
    const text =
      'Email,Role,Consent\na@x.org,mentee,maybe\nb@x.org,mentee,No\nc@x.org,mentor,hm\nd@x.org,mentor,Yes';
    const { participants, issues } = parseParticipants(text, { assumeOptedIn: true });
    const agreed = [...participants.mentees, ...participants.mentors].filter(
      ({ optedIn }) => optedIn === true,
    );
    expect(agreed.map(({ id }) => id)).toEqual(['d@x.org']);
    expect(issues.map(({ row, column }) => `${row} ${column}`)).toEqual(
      expect.arrayContaining(['2 Consent', '4 Consent']),
    );
  });

  it('why somebody takes part is no consent, whatever the words of the answers', () => {
    const text = `Email,Role,What made you think of taking part?,Reasons for participation,Consent
a@x.org,mentee,I accept challenges,No idea yet,Yes
b@x.org,mentor,Confidence,"Yes, to give back",Yes`;
    const { participants, issues } = parseParticipants(text);
    expect([...participants.mentees, ...participants.mentors].map(({ optedIn }) => optedIn)).toEqual([
      ...[true, true],
    ]);
    expect(issues).toEqual([]);
  });

  it('who would like a mentor is a mentee, who would like to be one a mentor', () => {
    const text =
      'Email,Would you like to be a mentor?,Would you like a mentor?\na@x.org,Yes,No\nb@x.org,No,Yes\nc@x.org,Yes,Yes';
    const { participants } = parseParticipants(text, { assumeOptedIn: true });
    expect(participants.mentors.map(({ id }) => id)).toEqual(['a@x.org', 'c@x.org']);
    expect(participants.mentees.map(({ id }) => id)).toEqual(['b@x.org', 'c@x.org']);
  });

  it('a row of a table without a role column is told by its id, and what to do', () => {
    const { issues } = parseParticipants('Email,Interests\nana@x.it,jazz', { assumeOptedIn: true });
    expect(issues.map(describeIssue)).toEqual([
      'row 2, column "Email": "ana@x.it"; expected a role, but no column was read as one; pass the option role, or a column rule to "role"; the row was rejected',
    ]);
  });

  it('an offset of four digits is hours and minutes, with or without a colon', () => {
    const text = 'Email,Role,Time zone\na@x.org,mentee,+0530\nb@x.org,mentee,-0330\nc@x.org,mentee,5.5';
    const { participants } = parseParticipants(text, { assumeOptedIn: true });
    expect(participants.mentees.map(({ timeZone }) => timeZone)).toEqual([330, -210, 330]);
  });

  it('a long run of punctuation is trimmed at its ends alone, in linear time', () => {
    expect(plainWord(`a${'.'.repeat(1_000_000)}x...`)).toBe(`a${'.'.repeat(1_000_000)}x`);
  });
});
