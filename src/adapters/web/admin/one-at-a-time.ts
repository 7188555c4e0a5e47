/** Does work on the same thing one after another, so that pressing a button twice does it once. */
export type OneAtATime = <Result>(id: string, work: () => Promise<Result>) => Promise<Result>;

export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return async (id, work) => {
    const before = last.get(id);
    const own = (before ?? Promise.resolve()).then(work);
    const ended = own.catch(() => undefined);
    last.set(id, ended);
    try {
      return await own;
    } finally {
      if (last.get(id) === ended) last.delete(id);
    }
  };
}
