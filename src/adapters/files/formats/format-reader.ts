import type { SourceBlock } from "../../../core/document/source-text.ts";

/**
 * Reads one format. Loads its library when first called, holds nothing between calls, and touches no file and no network.
 * @param file base name, for messages
 * @throws {AppError} `unreadable` damaged, `no_text` pages without a text layer, `encrypted`, `too_large`, `not_a_document`
 */
export type FormatReader = (bytes: Uint8Array, file: string) => Promise<readonly SourceBlock[]>;
