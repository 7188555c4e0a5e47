import type { Article } from "../document/articles.ts";
import type { DocumentId, OutlineNode } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { AskedArticle, AskedChapter } from "./query.ts";

/** The articles with the number; several where a label is printed twice. A negative number counts from the end. */
export function findArticles(articles: readonly Article[], { number, insertion }: Pick<AskedArticle, "number" | "insertion">): readonly Article[] {
  if (number < 0) return articles.slice(number).slice(0, 1);
  return articles.filter((article) => article.number === number && article.insertion === insertion);
}

/** The part that chapters name from the outside in, 第三章第一节; the first where each book counts its chapters anew. */
export function findChapter(corpus: Corpus, id: DocumentId, chapters: readonly AskedChapter[]): OutlineNode | undefined {
  const nodes = corpus.document(id)?.nodes ?? [];
  let inside: OutlineNode | undefined;
  for (const { level, number } of chapters) {
    const found = nodes.find(
      (node) =>
        node.number === number &&
        node.label.startsWith("第") &&
        node.label.endsWith(level) &&
        (!inside || (node.index > inside.index && node.span.end <= inside.span.end)),
    );
    if (!found) return undefined;
    inside = found;
  }
  return inside;
}
