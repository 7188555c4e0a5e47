/** One article (条) of a law, regulation or judicial interpretation, as a law library keeps it. */
export interface LawArticle {
  /** As the file that it came from names it; unique in its library. */
  readonly id: string;
  /** Title of the law, without title marks. */
  readonly law: string;
  /** As printed: 第三十一条. */
  readonly article: string;
  /** Verbatim, its number left out. */
  readonly text: string;
  /** The headings that it stands under, outermost first: 第四章 劳动合同的解除和终止. */
  readonly headings: readonly string[];
  /** Date of the version, where the file tells. */
  readonly version: string | undefined;
}

/** What an article is found by: its words, its law's title and its headings as one text. */
export function searchedTextOf({ text, law, headings }: LawArticle): string {
  return [text, law, ...headings].join("\n");
}
