import { checkOptionNames, compareText, ProblemList, reading, wholeShares } from '../core/index.js';
import type { FactorSpec } from './factors/index.js';
import type { Model } from './model.js';
import type { RuleSpec } from './rules/index.js';
import { modelTextsEnglish } from './texts/en.js';
import type { ModelTexts } from './texts/model-texts.js';

/**
 * A model in words that everyone may read: what counts and how much, and what a pair must fulfil. Names of
 * people that rules hold are not mentioned. Factors that are unknown for a whole cohort weigh nothing there;
 * the shares told here are those of the model itself.
 *
 * @param model as a cohort was compiled with
 * @param options.texts English unless given
 * @throws InputError for what is no model, and an option that is not known
 */
export function describeModel(model: Model, options: { readonly texts?: ModelTexts } = {}): string {
  const problems = new ProblemList('describeModel');
  checkOptionNames(problems, options, ['texts']);
  problems.throwIfAny();
  const texts = options.texts ?? modelTextsEnglish;
  const rule = 'a model as a cohort was compiled with (and options.texts a complete texts object)';
  return reading('describeModel', 'model', model, rule, () => linesOf(model, texts).join('\n'));
}

function linesOf(model: Model, texts: ModelTexts): string[] {
  const factors = Object.entries(model.factors)
    .filter(([, { weight }]) => weight > 0)
    .sort(([name, one], [otherName, other]) => other.weight - one.weight || compareText(name, otherName));
  const shares = wholeShares(factors.map(([, { weight }]) => weight));
  const lines = factors.map(([name, spec], index) => {
    const percent = decimal(shares[index]! / 10_000, 1, texts);
    return texts.factor({ name, percent, what: (texts.factors[spec.kind] ?? spec.kind) + namesIn(spec) });
  });
  const conditions = (model.rules ?? []).map((spec) => (texts.rules[spec.kind] ?? spec.kind) + namesIn(spec));
  const { minimumScore = 0 } = model;
  if (minimumScore > 0) conditions.push(texts.minimumScore(decimal(minimumScore, 3, texts)));
  const list = (items: readonly string[]) => [...new Set(items)].map((item) => `- ${item}`);
  return [
    texts.head,
    ...list(lines),
    ...(conditions.length > 0 ? [texts.onlyIf, ...list(conditions)] : []),
    texts.always,
    texts.caution,
  ];
}

/** The field or the function that a factor or a rule looks at, as the model writes it: ` (organization)`. */
function namesIn(spec: FactorSpec | RuleSpec): string {
  const parts: Readonly<Record<string, unknown>> = { ...spec };
  const names = ['field', 'menteeField', 'mentorField', 'function'].map((part) => parts[part]);
  const known = [...new Set(names.filter((name) => typeof name === 'string'))];
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

/**
 * A number with at most so many decimals, zeros at the end left out.
 *
 * @throws InputError for what is no number, or no number of decimals
 */
export function decimal(
  value: number,
  decimals: number,
  texts: { readonly decimalSeparator: string },
): string {
  return reading('decimal', 'value', value, 'a number, with 0 to 100 decimals and texts', () => {
    const fixed = value.toFixed(decimals);
    const short = decimals > 0 ? fixed.replace(/\.?0+$/, '') : fixed;
    return (short === '-0' ? '0' : short).replace('.', texts.decimalSeparator);
  });
}
