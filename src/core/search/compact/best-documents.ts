/** Best first; documents of one score in their order. */
export interface TopDocuments {
  readonly documents: readonly number[];
  readonly scores: readonly number[];
}

/** The best documents so far. Documents come in their order, so that of one score the earlier one stays. */
export interface BestDocuments {
  /** A document must score more than this. */
  threshold(): number;
  add(document: number, score: number): void;
  inOrder(): TopDocuments;
}

/** A heap with the worst on top: of one score the later one. @param count how many are kept */
export function createBestDocuments(count: number): BestDocuments {
  const documents: number[] = [];
  const scores: number[] = [];
  const isWorse = (one: number, other: number): boolean =>
    (scores[one] as number) < (scores[other] as number) || (scores[one] === scores[other] && (documents[one] as number) > (documents[other] as number));
  const swap = (one: number, other: number): void => {
    [documents[one], documents[other]] = [documents[other] as number, documents[one] as number];
    [scores[one], scores[other]] = [scores[other] as number, scores[one] as number];
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >>> 1;
      if (!isWorse(at, above)) return;
      swap(at, above);
      at = above;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const right = left + 1;
      let worst = at;
      if (left < scores.length && isWorse(left, worst)) worst = left;
      if (right < scores.length && isWorse(right, worst)) worst = right;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  return {
    threshold: () => (scores.length < count ? 0 : (scores[0] ?? 0)),
    add(document, score) {
      if (count === 0) return;
      if (scores.length < count) {
        documents.push(document);
        scores.push(score);
        rise(scores.length - 1);
        return;
      }
      documents[0] = document;
      scores[0] = score;
      sink();
    },
    inOrder() {
      const order = [...scores.keys()].sort((one, other) => (isWorse(one, other) ? 1 : -1));
      return { documents: order.map((at) => documents[at] as number), scores: order.map((at) => scores[at] as number) };
    },
  };
}
