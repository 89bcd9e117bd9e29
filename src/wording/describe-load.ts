import type { MenteeWantingMore, Shortfall } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';

/** A mentor below the minimum, or a mentee who wants more mentors, in words; see `describe`. */
export function describeLoad(
  load: Shortfall | MenteeWantingMore,
  { audience, texts, nameOf }: Voice,
): string {
  if (audience === 'council') return texts.council.onePerson;
  const whole = (value: number) => decimal(value, 0, texts);
  if ('minimum' in load) {
    const { mentorId, minimum, mentees } = load;
    if (audience === 'participant')
      return mentees === 0 ? texts.participant.noMentee : texts.participant.fewerMentees;
    return texts.unmet.shortfall({
      mentor: nameOf(mentorId),
      mentees: whole(mentees),
      minimum: whole(minimum),
    });
  }
  const { menteeId, wanted, mentors } = load;
  if (audience === 'participant') return texts.participant.fewerMentors;
  return texts.unmet.wanting({ mentee: nameOf(menteeId), mentors: whole(mentors), wanted: whole(wanted) });
}
