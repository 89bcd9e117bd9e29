import type { ProblemList } from '../core/index.js';
import { checkByTrait, checkText, isFields } from './check-fields.js';

/** Notes what keeps `norms` from being a `NormGroup` for these traits. */
export function checkNorms(norms: unknown, traits: Set<string>, problems: ProblemList): void {
  if (norms === undefined) return;
  if (!isFields(norms)) {
    problems.add('norms', norms, '{ source, limits, n, traits }');
    return;
  }
  checkText(norms.source, 'norms.source', problems);
  checkText(norms.limits, 'norms.limits', problems);
  if (!Number.isSafeInteger(norms.n) || Number(norms.n) < 1)
    problems.add('norms.n', norms.n, 'a whole number ≥ 1');
  if (norms.traits === undefined) problems.add('norms.traits', undefined, 'norms by trait');
  checkByTrait(norms.traits, 'norms.traits', traits, problems, (norm, path) =>
    checkNorm(norm, path, problems),
  );
}

/** Notes what keeps `norm` from being `{ mean, standardDeviation }`. */
export function checkNorm(norm: unknown, path: string, problems: ProblemList): void {
  if (!isFields(norm)) {
    problems.add(path, norm, '{ mean, standardDeviation }');
    return;
  }
  if (!Number.isFinite(norm.mean)) problems.add(`${path}.mean`, norm.mean, 'a finite number');
  const deviation = norm.standardDeviation;
  if (!Number.isFinite(deviation) || Number(deviation) <= 0) {
    problems.add(`${path}.standardDeviation`, deviation, 'a finite number > 0');
  }
}

/** Notes what keeps `reliability` from being a `PublishedReliability` for these traits. */
export function checkReliability(reliability: unknown, traits: Set<string>, problems: ProblemList): void {
  if (reliability === undefined) return;
  if (!isFields(reliability)) {
    problems.add('reliability', reliability, '{ source, traits }');
    return;
  }
  checkText(reliability.source, 'reliability.source', problems);
  if (reliability.traits === undefined) problems.add('reliability.traits', undefined, 'reliability by trait');
  checkByTrait(reliability.traits, 'reliability.traits', traits, problems, (value, path) => {
    if (typeof value !== 'number' || !(value > 0 && value < 1))
      problems.add(path, value, 'a number in (0, 1)');
  });
}
