/** What is sent to a chat without being asked: a digest of reminders, or a broadcast. Neutral of the platform; JSON-serialisable. */
export interface Notice {
  readonly title: string;
  /** Paragraphs, each verbatim as it is to be read; a platform that has too little room drops whole ones from the end and says how many. */
  readonly paragraphs: readonly string[];
  /** Closing line that always stays: where to see more, how to end the reminders. */
  readonly footer?: string;
  /** Tasks that the notice is about, for the buttons 知道了, 已办结, 需协调; none for a broadcast. */
  readonly tasks?: readonly NoticeTask[];
  /** A file that goes with a broadcast, as the platform that it came from names it. */
  readonly file?: NoticeFile;
}

/** A task that somebody may answer for. */
export interface NoticeTask {
  readonly documentId: string;
  readonly ordinal: number;
  readonly unit: string;
}

export interface NoticeFile {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  /** A picture that is shown as one; undefined is a document. */
  readonly kind?: "photo";
}
