/** What a person is to the bot. The owner is named in the environment; the others are granted with `/grant`. */
export type PersonRole = "owner" | "administrator" | "liaison" | "member";

/**
 * What somebody may want to do.
 * - `ask` questions, look at what is due, tell whether an answer is right, forget oneself
 * - `set_chat` settle what holds for a chat: the unit it is bound to, its quiet hours, its county
 * - `subscribe` a chat to reminders, end them
 * - `mark_progress` of tasks of one's own unit
 * - `see_progress` the table of all units
 * - `broadcast`, `import` documents, `see_audit`, `see_misses`
 * - `grant` roles
 */
export type Right = "ask" | "set_chat" | "subscribe" | "mark_progress" | "see_progress" | "broadcast" | "import" | "see_audit" | "see_misses" | "grant";

/** Who asks, and where. */
export interface Standing {
  readonly role: PersonRole;
  readonly place: "private" | "group";
  /** Whether the chat platform says that the person administers this group; false in a private chat. */
  readonly administersChat: boolean;
}

const OFFICE: ReadonlySet<PersonRole> = new Set(["owner", "administrator"]);

/**
 * Whether the right is had. In a private chat everybody settles their own chat; in a group only its administrators, the
 * liaisons (for the unit) and the office do.
 */
export function hasRight(right: Right, { role, place, administersChat }: Standing): boolean {
  switch (right) {
    case "ask":
      return true;
    case "set_chat":
      return place === "private" || administersChat || role === "liaison" || OFFICE.has(role);
    case "subscribe":
      return place === "private" || administersChat || OFFICE.has(role);
    case "mark_progress":
      return role === "liaison" || OFFICE.has(role);
    case "see_progress":
      return role === "liaison" || OFFICE.has(role);
    case "import":
    case "broadcast":
    case "see_audit":
    case "see_misses":
      return place === "private" && OFFICE.has(role);
    case "grant":
      return OFFICE.has(role);
  }
}
