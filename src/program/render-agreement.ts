import { fill } from '../core/index.js';
import { markdownText } from './markdown.js';
import { orNull, readArgument, shape, text } from './read.js';
import { readAgreement } from './read-agreement.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';
import type { Agreement } from './types.js';

export interface RenderAgreementOptions {
  /** `texts.en` unless given. */
  readonly texts?: ProgramTexts;
  /** The names to show; the ids unless given. */
  readonly names?: { readonly mentee: string; readonly mentor: string };
}

const readOptions = shape('options', {
  texts: readTexts,
  names: orNull(shape('{ mentee, mentor }', { mentee: text(1, 200), mentor: text(1, 200) })),
});

/**
 * An agreement as Markdown (CommonMark), to be shown, printed or sent. What people typed is escaped: it stays text
 * and becomes neither markup nor HTML.
 *
 * @throws InputError where the agreement or an option is none
 */
export function renderAgreement(agreement: Agreement, options: RenderAgreementOptions = {}): string {
  const read = readArgument('renderAgreement', 'agreement', agreement, readAgreement);
  const { texts, names } = readArgument('renderAgreement', '', options, readOptions);
  const words = texts.agreement;
  const mentee = markdownText(names?.mentee ?? read.menteeId);
  const mentor = markdownText(names?.mentor ?? read.mentorId);
  const { everyWeeks, minutes, channel } = read.meeting;
  const { noticeDays, closingMeeting } = read.endingEarly;
  const sign = (name: string, on: string | null) =>
    on === null ? fill(words.notSigned, { name }) : fill(words.signed, { name, on });
  const paragraphs = [
    `# ${words.title}`,
    fill(words.between, { mentee, mentor }),
    fill(words.duration, { start: read.start, end: read.end }),
    fill(words.meetings, { everyWeeks, minutes, channel: words.channels[channel] }),
    `## ${words.confidentialityTitle}`,
    `${words.confidentiality[read.confidentiality]} ${words.exceptions}`,
    `## ${words.boundariesTitle}`,
    read.boundaries.length === 0 ? words.noBoundaries : list(read.boundaries.map(markdownText)),
    `## ${words.endingTitle}`,
    [
      fill(words.ending, { noticeDays }),
      ...(closingMeeting ? [words.endingWithMeeting] : []),
      words.noBlame,
    ].join(' '),
    `## ${words.signaturesTitle}`,
    list([sign(mentee, read.signedOn.mentee), sign(mentor, read.signedOn.mentor)]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
