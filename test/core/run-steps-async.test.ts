import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AbortError, ProblemList, runSteps, runStepsAsync, type Steps } from '../../src/core/index.js';
import { checkAsyncOptions } from '../../src/core/run-steps-async.js';

function* counting(to: number, work: () => void = () => {}): Steps<number, string> {
  for (let at = 0; at < to; at++) {
    work();
    yield at;
  }
  return `counted to ${to}`;
}

/** A clock that moves by itself each time it is read, and pauses that are counted. */
function hostOf(millisecondsPerStep: number) {
  let now = 0;
  let pauses = 0;
  return {
    clock: () => {
      now += millisecondsPerStep;
      return now;
    },
    pause: async () => {
      pauses += 1;
    },
    pauses: () => pauses,
  };
}

const busy = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

describe('runStepsAsync', () => {
  it('gives the result of runSteps whatever the clock says, forwards, backwards, standing still or NaN', async () => {
    for (const speed of [1, 1000, -1, 0, Number.NaN]) {
      const host = hostOf(speed);
      expect(await runStepsAsync('count', counting(50), host)).toBe(runSteps(counting(50)));
    }
  });

  it('pauses by the clock, and by the number of steps where the clock stands still', async () => {
    const quick = hostOf(4);
    await runStepsAsync('count', counting(30), quick);
    expect(quick.pauses()).toBe(1 + 10);
    const still = hostOf(0);
    await runStepsAsync('count', counting(6001), still);
    expect(still.pauses()).toBe(1 + 3);
  });

  it('reports where the work stands at every pause but the first', async () => {
    const seen: number[] = [];
    await runStepsAsync('count', counting(9), { ...hostOf(4), onProgress: (at) => seen.push(at) });
    expect(seen).toEqual([2, 5, 8]);
  });

  it('lets the event loop have its turn now and then, with the clock and the pause of the host', async () => {
    let longest = 0;
    let last = performance.now();
    let isDone = false;
    const turns = (async () => {
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
    })();
    await runStepsAsync(
      'count',
      counting(100, () => busy(1)),
    );
    isDone = true;
    await turns;
    expect(longest).toBeGreaterThan(5);
    // 50 ms on a machine of one's own; this one may be shared.
    expect(longest).toBeLessThan(1000);
  });

  it('stops with an AbortError that carries the reason, and closes the generator', async () => {
    let isClosed = false;
    const controller = new AbortController();
    function* endless(): Steps<number, never> {
      try {
        for (;;) {
          busy(1);
          yield 0;
        }
      } finally {
        isClosed = true;
      }
    }
    const work = runStepsAsync('count', endless(), { signal: controller.signal });
    const caught = work.catch((error: unknown) => error);
    await wait(30);
    const aborted = performance.now();
    controller.abort('enough');
    const error = await caught;
    expect(performance.now() - aborted).toBeLessThan(1000);
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ name: 'AbortError', message: 'count: aborted', cause: 'enough' });
    expect(isClosed).toBe(true);
  });

  it('does nothing where the signal is aborted before it starts', async () => {
    let steps = 0;
    const work = counting(5, () => {
      steps += 1;
    });
    await expect(runStepsAsync('count', work, { signal: AbortSignal.abort() })).rejects.toThrow(AbortError);
    expect(steps).toBe(0);
  });

  it('rejects with what the work or the progress report throws', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await expect(runStepsAsync('count', counting(5, fail))).rejects.toThrow('no');
    await expect(runStepsAsync('count', counting(50), { ...hostOf(4), onProgress: fail })).rejects.toThrow(
      'no',
    );
  });

  it('names every option that is not what it should be', () => {
    const problems = new ProblemList('count');
    checkAsyncOptions(problems, { onProgress: 1, signal: 'x', clock: 'now', pause: {} } as never);
    expect(() => problems.throwIfAny()).toThrow(/onProgress[\s\S]*clock[\s\S]*pause[\s\S]*signal/);
  });
});
