import type { ProblemList } from '../core/index.js';
import { isField } from '../scoring/inner.js';

/** Notes a name that is no field that can group people. */
export function checkAttribute(attribute: unknown, problems: ProblemList): void {
  if (typeof attribute === 'string' && isField(attribute)) return;
  problems.add(
    'attribute',
    attribute,
    'the name of a field, such as "department" or "attributes.gender" (organization, department, team, location, grade, interests, languages, attributes.…)',
  );
}
