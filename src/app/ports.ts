import type { OfficialDocument } from "../core/document/official-document.ts";
import type { LedgerEntry } from "../core/ledger/task.ts";
import type { Knowledge } from "../core/question/knowledge.ts";
import type { Passage, PassageHit } from "../core/search/passage.ts";

/** A Chinese word segmenter (分词), loaded. */
export interface Segmenter {
  /** `nodejieba` or `@node-rs/jieba`. */
  readonly engine: string;
  readonly version: string;
  /** Words for search, overlapping where a long word holds shorter ones. */
  cut(text: string): readonly string[];
}

/** Finds passages by words and character bigrams. Loaded; a search does no I/O. */
export interface PassageIndex {
  /** Engine, version and dictionary hash that it was built with. */
  readonly builtWith: string;
  /** @returns at most `limit` hits, best first; empty for words that nothing holds */
  search(query: string, limit: number): readonly PassageHit[];
  /** A text as the index cuts it into words, those inside longer words included. */
  words(text: string): readonly string[];
}

/** A question as its writer meant it. */
export interface ReadQuestion {
  readonly question: string;
  /** Words that were read as others: 付议 → 复议. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Unit names that a misspelt one may be, where several are as near; nothing is corrected then. */
  readonly choices: readonly string[];
}

/** Turns traditional characters, English and misspelt words into what the documents print. Loads dictionaries when a question needs them. */
export interface QuestionReader {
  /** Traditional characters and English, into simplified Chinese. Text without either comes back as it is. */
  read(question: string, knowledge: Knowledge): Promise<string>;
  /** Whether a normalised question is written in English, so that its reading is told in English. */
  isEnglish(question: string): boolean;
  /** Misspelt words, for a question that nothing exact was found in. */
  mend(question: string, knowledge: Knowledge): Promise<ReadQuestion>;
}

/** What was read from the documents, as it is kept in `index/`. */
export interface StoredCorpus {
  readonly documents: readonly OfficialDocument[];
  readonly ledger: readonly LedgerEntry[];
  readonly passages: readonly Passage[];
  /** One sentence for each file that could not be read. */
  readonly problems: readonly string[];
}

/** The documents that the program answers from. */
export interface CorpusSource {
  /** Reads the stored corpus, building it again where the documents, the format or the files changed. Needs no segmenter. */
  loadCorpus(): Promise<StoredCorpus>;
  /** Loads the segmenter and the passage index, building the index again where needed. Repeated calls give the same promise. */
  loadPassageIndex(): Promise<PassageIndex>;
}

/** What is remembered of one conversation. JSON-serialisable; opaque to stores. */
export interface ConversationRecord {
  readonly state: unknown;
  /** Epoch milliseconds of the last turn. */
  readonly updatedAtMs: number;
}

/** Conversations of chats, by key `<platform>:<chat>:<person>`. Survives a restart. */
export interface ConversationStore {
  loadConversation(key: string): Promise<ConversationRecord | undefined>;
  saveConversation(key: string, record: ConversationRecord): Promise<void>;
  deleteConversation(key: string): Promise<void>;
}

/** The county that a chat asks about where a question names none, by key `<platform>:<chat>`. Kept until it is changed. */
export interface ChatPlaceStore {
  loadPlace(key: string): Promise<string | undefined>;
  /** @param place undefined forgets it */
  savePlace(key: string, place: string | undefined): Promise<void>;
}

/** Remembers which updates of a chat platform were taken, so that each is answered once. */
export interface UpdateLog {
  /** Records the update. @returns false when it was recorded before */
  takeUpdate(platform: string, updateId: string, nowMs: number): Promise<boolean>;
  /** Forgets updates taken before the time. */
  forgetUpdatesBefore(timeMs: number): Promise<void>;
}

/** Answers kept so that a button pressed days later shows another page or a passage. By short id (callback data has 64 bytes). */
export interface AnsweredQuestionStore {
  /** @returns a short id of letters and digits, at most 12 characters */
  saveQuestion(question: StoredQuestion): Promise<string>;
  loadQuestion(id: string): Promise<StoredQuestion | undefined>;
}

/** A question as asked, with the state it was asked in, from which its answer can be made again. */
export interface StoredQuestion {
  readonly question: string;
  readonly state: unknown;
  readonly askedAtMs: number;
}
