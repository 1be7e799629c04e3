/** Something that takes too long for `npm test`. */
export interface Proof {
  /** What it is started by: `npm run prove -- NAME`. */
  readonly name: string;
  /** What it shows, in one line. */
  readonly claim: string;
  /** Proves it, or throws an error that says what is not so. Returns its figures, one line. */
  run(circumstances: ProofCircumstances): Promise<string>;
}

export interface ProofCircumstances {
  /** Aborted when whoever runs it has seen enough. A proof ends what it has started, and what it measured counts. */
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}
