declare module "word-extractor" {
  // biome-ignore lint/style/noDefaultExport: the package is a class and nothing else
  export default class WordExtractor {
    extract(source: Buffer): Promise<{ getBody(options?: { filterUnicode?: boolean }): string }>;
  }
}
