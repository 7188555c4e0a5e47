import * as say from "../messages.zh.ts";

interface PagingProps {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly pathOf: (page: number) => string;
}

/** Links between the pages of something long. */
export function Paging({ number, count, pathOf }: PagingProps) {
  if (count <= 1) return null;
  return (
    <nav class="paging" aria-label={say.PAGES}>
      {number > 1 && (
        <a href={pathOf(number - 1)} rel="prev">
          {say.PREVIOUS_PAGE}
        </a>
      )}
      <span>{say.pageOf(number, count)}</span>
      {number < count && (
        <a href={pathOf(number + 1)} rel="next">
          {say.NEXT_PAGE}
        </a>
      )}
    </nav>
  );
}
