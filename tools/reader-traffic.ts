/** How much had come over the network at some moment. */

/** What came for one request; times are seconds on one clock. */
export interface Answer {
  readonly begunAt: number;
  readonly endedAt: number;
  /** With its headers, as they were on the wire. */
  readonly bytes: number;
}

export interface Traffic {
  /** Answers that had begun to come. */
  readonly requests: number;
  readonly bytes: number;
}

/** The browser tells the size of an answer only at its end; until then it is taken to come evenly. */
export function trafficUntil(answers: readonly Answer[], until: number): Traffic {
  const begun = answers.filter(({ begunAt }) => Number.isFinite(begunAt) && begunAt <= until);
  const bytes = begun.reduce((sum, answer) => sum + answer.bytes * shareOf(answer, until), 0);
  return { requests: begun.length, bytes: Math.round(bytes) };
}

const shareOf = ({ begunAt, endedAt }: Answer, until: number): number =>
  until >= endedAt ? 1 : (until - begunAt) / (endedAt - begunAt);
