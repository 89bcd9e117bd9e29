import { fill } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { type ProgramInput, readProgram } from './define-program.js';
import { goalCatalogue, goalTemplateIds } from './goal-catalogue.js';
import { readArgument, shape } from './read.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';
import type { Program } from './types.js';

/** What the library itself has for a pair, and whom to ask. */
export type ResourceCode =
  | 'agreement'
  | 'training'
  | 'conversationGuide'
  | 'calendar'
  | 'goalTemplates'
  | 'feedback'
  | 'contact';

export interface KitItem {
  /** `null`: a resource of the programme's own. */
  readonly code: ResourceCode | null;
  readonly title: string;
  readonly url: string | null;
  /** Of `goalTemplates`: ids of those that fit the objectives of the programme, of all where it has none. */
  readonly templateIds: readonly string[];
}

/** What each side gets at the start. */
export type ResourceKit = { readonly [Role in Side]: readonly KitItem[] };

/**
 * What to hand to mentors and mentees at the start: what this library makes, the resources of the programme, and whom
 * to ask.
 *
 * @throws InputError where the programme or an option is none
 */
export function resourceKit(
  program: Program | ProgramInput,
  options: { readonly texts?: ProgramTexts } = {},
): ResourceKit {
  const { objectives, resources, lead } = readArgument('resourceKit', 'program', program, readProgram);
  const { texts } = readArgument('resourceKit', '', options, shape('options', { texts: readTexts }));
  const wanted = objectives.map(({ objective }) => objective);
  const isWanted = (id: (typeof goalTemplateIds)[number]) =>
    wanted.length === 0 || wanted.includes(goalCatalogue[id].objective);
  const made = (code: ResourceCode, templateIds: readonly string[] = []): KitItem => ({
    code,
    title: texts.resources[code],
    url: null,
    templateIds,
  });
  const kitOf = (role: Side): KitItem[] => [
    made('agreement'),
    made('training'),
    made('conversationGuide'),
    made('calendar'),
    ...(role === 'mentee' ? [made('goalTemplates', goalTemplateIds.filter(isWanted))] : []),
    made('feedback'),
    ...resources
      .filter(({ audience }) => audience === role || audience === 'both')
      .map(({ title, url }) => ({ code: null, title, url, templateIds: [] })),
    ...(lead === null
      ? []
      : [
          {
            ...made('contact'),
            title: fill(texts.resources.contact, { name: lead.name, contact: lead.contact ?? '—' }),
          },
        ]),
  ];
  return { mentee: kitOf('mentee'), mentor: kitOf('mentor') };
}
