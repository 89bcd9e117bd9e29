import type { AssignmentResult, OptimalAssignment } from '../assignment/index.js';

/** Nothing here demands a place for everyone, so there always is a best matching. */
export function requireOptimum(result: AssignmentResult): OptimalAssignment {
  if (result.status === 'optimal') return result;
  throw new Error('matching: the solver found no matching; this is a defect of the library');
}
