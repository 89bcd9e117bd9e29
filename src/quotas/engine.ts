import { InputError } from '../core/index.js';

/** What is used of the package `highs`: programmes in the LP format in, values of the variables out. */
export interface QuotaEngine {
  solve(programme: string, options?: Readonly<Record<string, unknown>>): EngineAnswer;
}

export interface EngineAnswer {
  readonly Status: string;
  readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
}

/** The engine, its loader, the module, or a function that gives one of them. */
export type QuotaEngineSource = QuotaEngine | (() => unknown) | { readonly default: unknown };

const howToAdd =
  'the optional package highs, which quotas need: add it (npm install highs), or pass it as option ' +
  '`highs` where a bundler or an edge runtime must load it';

/**
 * The engine: what the caller passed, else the package `highs` where it is installed.
 *
 * @throws InputError that says how to add it
 */
export async function loadEngine(functionName: string, source: unknown): Promise<QuotaEngine> {
  let found: unknown = source;
  try {
    if (found === undefined) found = await import('highs');
    // A module holds its loader as default (twice where CommonJS was wrapped), a loader gives the engine.
    for (let step = 0; step < 5 && !isEngine(found); step++) {
      if (typeof found === 'function') found = await (found as () => unknown)();
      else if (typeof found === 'object' && found !== null && 'default' in found) found = found.default;
      else break;
    }
  } catch (error) {
    const rule = source === undefined ? howToAdd : 'what loads the package highs without an error';
    throw new InputError(functionName, [{ path: 'highs', value: String(error), rule }]);
  }
  if (isEngine(found)) return found;
  throw new InputError(functionName, [
    { path: 'highs', value: source, rule: 'the package highs, its loader, or what its loader gives' },
  ]);
}

function isEngine(value: unknown): value is QuotaEngine {
  return (
    typeof value === 'object' && value !== null && typeof (value as { solve?: unknown }).solve === 'function'
  );
}

/**
 * Exact as far as the engine goes: no gap is allowed between what it finds and what it proves. Presolving takes
 * longer than it saves on these programmes (three times as long at 200 mentees and 200 mentors).
 */
const options = { mip_rel_gap: 0, mip_abs_gap: 0, presolve: 'off', output_flag: false };

/**
 * The variables that are 1, or `null` where the programme cannot be met.
 *
 * @throws InputError where the engine gives up
 */
export function askEngine(
  functionName: string,
  engine: QuotaEngine,
  programme: string,
  variables: number,
): number[] | null {
  let answer: EngineAnswer;
  try {
    answer = engine.solve(programme, options);
  } catch (error) {
    throw new InputError(functionName, [
      { path: 'highs', value: String(error), rule: 'an engine that solves programmes of this size' },
    ]);
  }
  // Everything is bounded, so "unbounded or infeasible" is infeasible.
  if (/infeasible/i.test(answer.Status)) return null;
  if (answer.Status !== 'Optimal') {
    const rule = 'an engine that ends with Optimal or Infeasible';
    throw new InputError(functionName, [{ path: 'highs.solve().Status', value: answer.Status, rule }]);
  }
  const made: number[] = [];
  for (let at = 0; at < variables; at++)
    if (Math.round(answer.Columns[`x${at}`]?.Primal ?? 0) === 1) made.push(at);
  return made;
}
