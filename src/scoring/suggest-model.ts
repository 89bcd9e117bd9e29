import { checkOptionNames, fill, ProblemList, reading } from '../core/index.js';
import { type FactorSpec, factors } from './factors/index.js';
import { defaultModel, type Model } from './model.js';
import { type RuleSpec, rules } from './rules/index.js';
import { suggestionTextsEnglish } from './texts/suggestion-en.js';
import type { SuggestionTexts } from './texts/suggestion-texts.js';

/** What mentees of a programme should reach. */
export type SuggestedFor = 'careerAdvancement' | 'skillDevelopment' | 'culture';

/** What of a programme a model follows; a `Program` of `mentor-matching/program` is one. */
export interface ProgramForModel {
  readonly objectives: readonly { readonly objective: SuggestedFor; readonly weight?: number }[];
  /** Topics by side: where mentors are trained, only those who finished are proposed. */
  readonly training?: { readonly mentor: readonly unknown[] };
}

export interface FactorReason {
  /** The name of a factor of the model. */
  readonly factor: string;
  readonly weight: number;
  /** What each objective gives of that weight; they add up to it but for rounding. */
  readonly from: readonly { readonly objective: SuggestedFor; readonly weight: number }[];
}

export interface RuleReason {
  readonly rule: RuleSpec['kind'];
  readonly code: 'noBosses' | 'trainedMentors';
}

export interface ModelSuggestion {
  readonly model: Model;
  readonly reasons: readonly (FactorReason | RuleReason)[];
}

const objectives: readonly SuggestedFor[] = ['careerAdvancement', 'skillDevelopment', 'culture'];

/**
 * The tiers of each objective, as in the default model: 3 decides, 2 counts, 1 helps, 0.5 makes it practical.
 * - Career: a mentor who has gone that way (grade) and is asked for; what they can teach comes second.
 * - Skills: what the mentor can teach decides.
 * - Culture: things in common that make talking easy, and another corner of the organisation to look into.
 */
const tiers = {
  skillCoverage: { careerAdvancement: 2, skillDevelopment: 4, culture: 0.5 },
  experienceGap: { careerAdvancement: 3, skillDevelopment: 1, culture: 1 },
  preference: { careerAdvancement: 3, skillDevelopment: 2, culture: 2 },
  sharedInterests: { careerAdvancement: 1, skillDevelopment: 1, culture: 3 },
  otherDepartment: { careerAdvancement: 0.5, skillDevelopment: 0, culture: 1.5 },
  timeZone: { careerAdvancement: 0.5, skillDevelopment: 0.5, culture: 0.5 },
  availability: { careerAdvancement: 0.5, skillDevelopment: 1, culture: 0.5 },
} as const satisfies Readonly<Record<string, Readonly<Record<SuggestedFor, number>>>>;

type FactorName = keyof typeof tiers;

const builders: { readonly [Name in FactorName]: (weight: number) => FactorSpec } = {
  skillCoverage: (weight) => factors.skillCoverage({ weight }),
  experienceGap: (weight) => factors.gradeGap({ weight }),
  preference: (weight) => factors.preference({ weight }),
  sharedInterests: (weight) => factors.sharedInterests({ weight }),
  otherDepartment: (weight) => factors.differentValue({ weight, field: 'department' }),
  timeZone: (weight) => factors.timeZoneOverlap({ weight }),
  availability: (weight) => factors.availabilityOverlap({ weight }),
};

/**
 * Proposes a model whose weights follow the objectives of a programme, with the reason of each weight and rule. The
 * weight of a factor is the mean of its tier under each objective, weighted by the objectives. Nobody is matched with
 * their own boss, and where the programme trains mentors, only trained ones are eligible.
 *
 * It is a starting point in tiers, not a fit to outcomes; look at it, change it, and store it with the matching. A
 * programme without objectives gets `defaultModel`, for which there is no reason to give.
 *
 * @throws InputError for an objective or weight that is none, or an objective that comes twice
 *
 * @example
 * suggestModel({ objectives: [{ objective: 'skillDevelopment' }] }).model.factors.skillCoverage?.weight; // => 4
 */
export function suggestModel(program: ProgramForModel): ModelSuggestion {
  const rule = '{ objectives, training? }, such as a Program';
  const { wanted, isTraining } = reading('suggestModel', '', program, rule, () => ({
    wanted: readObjectives(program),
    isTraining: (program.training?.mentor.length ?? 0) > 0,
  }));
  const ruleReasons: RuleReason[] = [
    { rule: 'notInManagementChain', code: 'noBosses' },
    ...(isTraining ? [{ rule: 'trained', code: 'trainedMentors' } as const] : []),
  ];
  const specs: RuleSpec[] = [rules.notInManagementChain(), ...(isTraining ? [rules.trained({})] : [])];
  if (wanted.length === 0) return { model: { ...defaultModel, rules: specs }, reasons: ruleReasons };
  const sum = wanted.reduce((all, { weight }) => all + weight, 0);
  const reasons = (Object.keys(tiers) as FactorName[])
    .map((factor) => {
      const from = wanted
        .map(({ objective, weight }) => ({
          objective,
          weight: rounded((tiers[factor][objective] * weight) / sum),
        }))
        .filter(({ weight }) => weight > 0);
      const exact = wanted.reduce((all, { objective, weight }) => all + tiers[factor][objective] * weight, 0);
      return { factor, weight: rounded(exact / sum), from };
    })
    .filter(({ weight }) => weight > 0);
  return {
    model: {
      factors: Object.fromEntries(reasons.map(({ factor, weight }) => [factor, builders[factor](weight)])),
      rules: specs,
    },
    reasons: [...reasons, ...ruleReasons],
  };
}

/** To hundredths: finer would pretend to a precision that tiers do not have. */
function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}

function readObjectives(program: ProgramForModel): readonly { objective: SuggestedFor; weight: number }[] {
  const problems = new ProblemList('suggestModel');
  const list = (program as ProgramForModel | null)?.objectives;
  if (!Array.isArray(list)) problems.add('objectives', list, 'a list of { objective, weight }');
  const training = (program as ProgramForModel | null)?.training;
  if (training !== undefined && !Array.isArray(training?.mentor))
    problems.add('training', training, '{ mentor: a list of topics }');
  problems.throwIfAny();
  const seen = new Set<unknown>();
  const read = (list as ProgramForModel['objectives']).map((each, index) => {
    const { objective, weight = 1 } = (each ?? {}) as ProgramForModel['objectives'][number];
    const path = `objectives[${index}]`;
    if (!objectives.includes(objective))
      problems.add(`${path}.objective`, objective, `one of ${objectives.join(', ')}`);
    if (!(typeof weight === 'number' && weight >= 0.001 && weight <= 1000))
      problems.add(`${path}.weight`, weight, 'a number from 0.001 to 1000');
    if (seen.has(objective)) problems.add(`${path}.objective`, objective, 'no objective twice');
    seen.add(objective);
    return { objective, weight };
  });
  problems.throwIfAny();
  // The order in which objectives are listed does not matter, not even for rounding.
  return objectives.flatMap((objective) => read.filter((each) => each.objective === objective));
}

/**
 * The reasons of a suggestion in words, one line each.
 *
 * @param suggestion as `suggestModel` returned it
 * @param options.texts English unless given
 * @throws InputError for what suggestModel did not return, and an option that is not known
 */
export function describeModelSuggestion(
  suggestion: ModelSuggestion,
  options: { readonly texts?: SuggestionTexts } = {},
): string {
  const problems = new ProblemList('describeModelSuggestion');
  checkOptionNames(problems, options, ['texts']);
  problems.throwIfAny();
  const texts = options.texts ?? suggestionTextsEnglish;
  const rule = 'what suggestModel returned (and options.texts a complete texts object)';
  return reading('describeModelSuggestion', 'suggestion', suggestion, rule, () =>
    linesOf(suggestion, texts).join('\n'),
  );
}

function linesOf({ reasons }: ModelSuggestion, texts: SuggestionTexts): string[] {
  const decimal = (weight: number) => String(weight).replace('.', texts.decimalSeparator);
  return reasons.map((reason) => {
    if ('rule' in reason) return `- ${reason.rule}: ${texts.rules[reason.code]}`;
    const why = texts.factors[reason.factor] ?? '';
    const from = reason.from
      .map(({ objective, weight }) =>
        fill(texts.share, { objective: texts.objectives[objective], weight: decimal(weight) }),
      )
      .join(', ');
    return `- ${fill(texts.factor, { factor: reason.factor, weight: decimal(reason.weight), why, from })}`;
  });
}
