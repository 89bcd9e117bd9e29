import { readFileSync } from 'node:fs';

const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('typedoc').TypeDocOptions} */
export default {
  name: 'mentor-matching',
  tsconfig: 'tsconfig.src.json',
  entryPoints: Object.keys(exports)
    .filter((path) => path !== './package.json')
    .map((path) => (path === '.' ? 'src/index.ts' : `src/${path.slice(2)}/index.ts`)),
  out: 'site',
  readme: 'README.md',
  projectDocuments: ['docs/*.md'],
  excludeInternal: true,
  highlightLanguages: ['ts', 'js', 'jsx', 'sh'],
  // How types are made from tables; what they come to is shown where they are used.
  intentionallyNotExported: [
    'src/csv/person-columns.ts:fields',
    'src/csv/resolve-mentions.ts:Named',
    'src/fairness/solve-variants.ts:SolveOptions',
    'src/metrics/types.ts:PeopleOf',
    'src/metrics/types.ts:matchAspects',
    'src/metrics/types.ts:metricIds',
    'src/participants/types.ts:ParticipantInput',
    'src/program/apply-check-in.ts:Loose',
    'src/program/define-program.ts:Loose',
    'src/program/goal-catalogue.ts:goalCatalogue',
    'src/program/read-people.ts:AnyCohort',
    'src/program/recognise.ts:recognitionMeasures',
    'src/report/texts/texts.ts:Named',
    'src/report/texts/texts.ts:Section',
    'src/scoring/compiled-cohort.ts:WithoutSurvey',
    'src/scoring/factors/index.ts:Kinds',
    'src/scoring/kind.ts:FactorKind',
    'src/scoring/kind.ts:RuleKind',
    'src/scoring/rules/index.ts:Kinds',
    'src/scoring/search-index.ts:SearchIndex',
  ],
  treatWarningsAsErrors: true,
};
