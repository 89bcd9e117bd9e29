/** What other rooms use of this one and is not published: scores by index, fields by name, people compiled anew. */
export { compileSteps } from './compile-cohort.js';
export { decimal } from './describe-model.js';
export { countEligible, eligibleMentors } from './eligible-pairs.js';
export { explainCompiledPair } from './explain-compiled-pair.js';
export { fieldGroup, isField, readField, withField } from './field.js';
export { recompileCohort } from './recompile-cohort.js';
export { compareTermSupply, type TermSupplies } from './term-supply.js';
