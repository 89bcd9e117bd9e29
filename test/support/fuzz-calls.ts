import { isInputError } from '../../src/core/index.js';
import { compileCohort, matchCohort } from '../../src/index.js';
import { compatCohort } from './compat-cohort.js';
import { goodCalls } from './good-calls.js';
import { randomFrom } from './random.js';

export interface Target {
  readonly name: string;
  readonly call: (...parts: unknown[]) => unknown;
}

/** Every published function, by entry, and those of tables of functions such as `factors`. Classes are no verbs. */
export function fuzzTargets(entries: Readonly<Record<string, object>>): Target[] {
  return Object.entries(entries).flatMap(([path, entry]) =>
    Object.entries(entry)
      .flatMap(([name, value]) => [[name, value], ...functionsOf(name, value)] as [string, unknown][])
      .filter(
        ([, value]) =>
          typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)),
      )
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => ({ name: `${path} ${name}`, call: value as Target['call'] })),
  );
}

function functionsOf(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value);
  return parts.every(([, part]) => typeof part === 'function')
    ? parts.map(([part, call]) => [`${name}.${part}`, call])
    : [];
}

interface Outcome {
  readonly outcome: 'result' | 'inputError' | 'finding';
  readonly finding?: string;
}

/** The call of one number: a target, and arguments drawn for it. */
export function fuzzCall(targets: readonly Target[], seed: number, at: number) {
  const random = randomFrom((seed * 0x9e3779b1 + at) >>> 0);
  const whole = (below: number) => random.whole(0, below - 1);
  const target = targets[at % targets.length]!;
  const good = goodValues();
  const draw = (depth: number): unknown => {
    const kind = whole(10);
    if (kind < 3) return good[whole(good.length)];
    if (kind < 8 || depth > 2) {
      const make = hostile[whole(hostile.length)]!;
      return make();
    }
    // A good value with one hostile part.
    const base = good[whole(good.length)];
    if (typeof base !== 'object' || base === null || Object.isFrozen(base)) return [draw(depth + 1)];
    const keys = Object.keys(base);
    if (keys.length === 0) return { unknown: draw(depth + 1) };
    const key = keys[whole(keys.length)]!;
    return Array.isArray(base)
      ? base.map((value, index) => (String(index) === key ? draw(depth + 1) : value))
      : { ...base, [key]: draw(depth + 1) };
  };
  /** Replaces one place of a good value, at any depth, by something hostile. */
  const spoil = (value: unknown): unknown => {
    const isPlain =
      Array.isArray(value) || (isObject(value) && Object.getPrototypeOf(value) === Object.prototype);
    const keys = isPlain ? Object.keys(value as object) : [];
    if (keys.length === 0 || whole(5) === 0) return hostile[whole(hostile.length)]!();
    const key = keys[whole(keys.length)]!;
    const part = spoil((value as Record<string, unknown>)[key]);
    return Array.isArray(value)
      ? value.map((each, index) => (String(index) === key ? part : each))
      : { ...(value as object), [key]: part };
  };
  known ??= goodCalls();
  const call = Object.hasOwn(known, target.name) ? known[target.name] : undefined;
  const spoilt = whole(call?.length ?? 1);
  const parts =
    call !== undefined && whole(3) > 0
      ? call.map((part, index) => (index === spoilt ? spoil(part) : part))
      : Array.from({ length: whole(5) }, () => draw(0));
  const text = `${target.name}(${parts.map(show).join(', ')})`;
  return {
    text,
    run: async (): Promise<Outcome> => {
      const before = parts.map(snapshot);
      let outcome: Outcome;
      try {
        const result = target.call(...parts);
        if (result instanceof Promise) await result;
        else if (typeof (result as Generator | undefined)?.next === 'function') drain(result as Generator);
        outcome = { outcome: 'result' };
      } catch (error) {
        outcome =
          isInputError(error) || isAbort(error)
            ? { outcome: 'inputError' }
            : { outcome: 'finding', finding: `${text} throws ${show(error)}` };
      }
      const after = parts.map(snapshot);
      const changed = before.findIndex((value, index) => value !== after[index]);
      return changed < 0
        ? outcome
        : { outcome: 'finding', finding: `${text} changes its argument ${changed + 1}` };
    },
  };
}

function drain(steps: Generator): void {
  for (let count = 0; count < 1e6; count++) if (steps.next().done === true) return;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

const cycle: Record<string, unknown> = { id: 'a' };
cycle.self = cycle;
const deepList: unknown[] = [];
let inner = deepList;
for (let depth = 0; depth < 5000; depth++) {
  const next: unknown[] = [];
  inner.push(next);
  inner = next;
}

const hostile: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => Infinity,
  () => -Infinity,
  () => 1e308,
  () => 2 ** 53,
  () => 2 ** 32,
  () => 10n,
  () => Symbol('s'),
  () => '',
  () => '__proto__',
  () => 'x'.repeat(10_000),
  () => '\ud800',
  () => [],
  () => [null],
  () => [undefined, Number.NaN],
  () => ({}),
  () => Object.create(null),
  () => Object.freeze({ id: 'frozen' }),
  () => cycle,
  () => deepList,
  () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('a getter that throws');
        },
      },
    ),
  () => ({
    get mentors() {
      throw new TypeError('a getter that throws');
    },
  }),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  () => new Date(Number.NaN),
  () => new Map([['a', 1]]),
  () => new Float64Array(3),
  () => () => 1,
  () => {
    const list: unknown[] = [];
    list.length = 10;
    return list;
  },
  () => ({ length: 2 ** 31, 0: 1 }),
];

let made: readonly unknown[] | undefined;
let known: ReturnType<typeof goodCalls> | undefined;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

const barred = () => {
  throw new TypeError('a getter that throws');
};

/** What cannot be read, or hides that it holds nothing. */
const unreadable: Readonly<Record<string, () => unknown>> = {
  'a closed object': () => new Proxy({}, { get: barred }),
  'a closed array': () => new Proxy([], { get: barred }),
  'an object without names': () => new Proxy({ a: 1 }, { ownKeys: barred }),
  'a revoked object': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'holes only': () => new Array(3),
};

/** Calls a verb with each part of good arguments that can be reached made unreadable; what it throws but an InputError. */
export async function unreadableEverywhere(
  call: Target['call'],
  parts: readonly unknown[],
): Promise<string[]> {
  const findings: string[] = [];
  for (const path of placesOf(parts)) {
    if (path.length === 0) continue;
    for (const [what, make] of Object.entries(unreadable)) {
      try {
        const result = call(...(withPart(parts, path, make()) as unknown[]));
        if (result instanceof Promise) await result;
        else if (typeof (result as Generator | undefined)?.next === 'function') drain(result as Generator);
      } catch (error) {
        if (!isInputError(error) && !isAbort(error))
          findings.push(`${path.join('.')} as ${what}: ${show(error)}`);
      }
    }
  }
  return findings;
}

/** Paths to every part of plain data, of a list to its first and its last. */
function placesOf(value: unknown, depth = 0): string[][] {
  const isPlain =
    Array.isArray(value) || (isObject(value) && Object.getPrototypeOf(value) === Object.prototype);
  if (!isPlain || depth > 5) return [[]];
  const keys = Object.keys(value as object);
  const chosen =
    Array.isArray(value) && depth > 0 ? [...new Set([...keys.slice(0, 1), ...keys.slice(-1)])] : keys;
  const parts = value as Record<string, unknown>;
  return [[], ...chosen.flatMap((key) => placesOf(parts[key], depth + 1).map((path) => [key, ...path]))];
}

function withPart(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  const changed = withPart((value as Record<string, unknown>)[key], rest, part);
  if (!Array.isArray(value)) return { ...(value as object), [key]: changed };
  return value.map((each: unknown, at) => (String(at) === key ? changed : each));
}

/** Arguments that verbs take, so that hostile parts get past the first check. */
function goodValues(): readonly unknown[] {
  if (made !== undefined) return made;
  const input = compatCohort({ mentees: 4, mentors: 3, capacity: [0, 2], traits: true });
  const cohort = compileCohort(input);
  const matching = matchCohort(cohort);
  made = [
    input,
    cohort,
    matching,
    JSON.stringify(matching),
    'mentee-0',
    'mentor-1',
    { assumeOptedIn: true },
    { audience: 'participant' },
    { count: 2 },
    { keepBonus: 0.1, declined: [], closed: [] },
    { limit: 3, matching },
    { attribute: 'attributes.site' },
    { asOf: '2026-11-24' },
    { matching, pairs: [] },
    [
      [1, 2],
      [3, 4],
    ],
    { rows: 2, columns: 2, values: [1, 2, 3, 4] },
    { unassigned: 'most', capacities: [1, 2] },
    'Name,Skills\nana,SQL',
    { role: 'mentee' },
    ['Name', 'Skills'],
    '2026-11-24',
    3,
  ];
  return made;
}

/** What a value holds, as far as it can be looked at without a side effect. */
function snapshot(value: unknown): string {
  const seen = new Set<unknown>();
  const look = (part: unknown, depth: number): string => {
    if (typeof part === 'function') return 'function';
    if (typeof part !== 'object' || part === null)
      return typeof part === 'symbol' ? 'symbol' : `${typeof part} ${String(part)}`;
    if (seen.has(part) || depth > 6) return 'again';
    seen.add(part);
    if (ArrayBuffer.isView(part)) return `[${Array.from(part as unknown as ArrayLike<number>).join()}]`;
    try {
      const descriptors = Object.getOwnPropertyDescriptors(part);
      return `{${Reflect.ownKeys(descriptors)
        .map((key) => {
          const descriptor = (descriptors as Record<PropertyKey, PropertyDescriptor>)[key]!;
          return `${String(key)}:${'value' in descriptor ? look(descriptor.value, depth + 1) : 'getter'}`;
        })
        .join()}}`;
    } catch {
      return 'closed';
    }
  };
  return look(value, 0);
}

function show(value: unknown): string {
  try {
    if (value instanceof Error)
      return `${value.name}: ${value.message.slice(0, 200)} ${value.stack?.split('\n')[1]?.trim() ?? ''}`;
    if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
    if (typeof value === 'object' && value !== null) return JSON.stringify(value)?.slice(0, 80) ?? 'object';
    return String(value);
  } catch {
    return 'something that cannot be shown';
  }
}
