import { Failure } from "./client.ts";

/** What an action took, each time that it was done. */
export interface Samples {
  /** Of those that went well. */
  readonly milliseconds: readonly number[];
  /** What the others were answered. */
  readonly failures: readonly string[];
}

/**
 * Does something over and over, on each side in turn, so that other work on the machine meets all
 * alike. The first time is not counted.
 *
 * @param sides in the order of the result
 * @param act given how many times it was done before
 */
export async function measureInTurn<Side>(
  sides: readonly Side[],
  times: number,
  act: (side: Side, time: number) => Promise<Samples>,
): Promise<Samples[]> {
  const measured = sides.map((): Samples[] => []);
  for (let time = 0; time <= times; time++) {
    for (const [index, side] of sides.entries()) {
      const samples = await act(side, time);
      if (time > 0) measured[index]?.push(samples);
    }
  }
  return measured.map(join);
}

/**
 * Does something once.
 *
 * @param prepare what comes before and takes as long as it takes
 */
export async function measure(
  act: () => Promise<void>,
  prepare: () => Promise<void> = async () => undefined,
): Promise<Samples> {
  try {
    await prepare();
    const start = performance.now();
    await act();
    return { milliseconds: [performance.now() - start], failures: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { milliseconds: [], failures: [error.message] };
  }
}

export function join(samples: readonly Samples[]): Samples {
  return {
    milliseconds: samples.flatMap(({ milliseconds }) => milliseconds),
    failures: samples.flatMap(({ failures }) => failures),
  };
}

/**
 * The value that a share of the samples does not exceed (nearest rank).
 *
 * @returns NaN for none
 */
export function percentile(share: number, { milliseconds }: Samples): number {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
