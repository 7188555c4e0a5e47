/** What a person is to the bot. The owner is named in the environment; the others are granted with `/grant`. */
export type PersonRole = "owner" | "administrator" | "liaison" | "member";

/**
 * What somebody may want to do.
 * - `ask` questions, look at what is due, tell whether an answer is right, forget oneself
 * - `bind` a chat to a unit; a liaison only to their own
 * - `set_chat` settle what else holds for a chat: its quiet hours, its county
 * - `subscribe` a chat to reminders, end them
 * - `mark_progress` of tasks of one's own unit
 * - `see_progress` the table of all units
 * - `broadcast`, `import` documents, `see_audit`, `see_misses`
 * - `grant` roles; who may grant which is `grantRole`'s to say
 * - `see_roles` who has which
 */
export type Right =
  | "ask"
  | "bind"
  | "set_chat"
  | "subscribe"
  | "mark_progress"
  | "see_progress"
  | "broadcast"
  | "import"
  | "see_audit"
  | "see_misses"
  | "grant"
  | "see_roles";

/** Who asks, and where. */
export interface Standing {
  readonly role: PersonRole;
  readonly place: "private" | "group";
  /** Whether the chat platform says that the person administers this group; false in a private chat. */
  readonly administersChat: boolean;
}

const OFFICE: ReadonlySet<PersonRole> = new Set(["owner", "administrator"]);

/**
 * Whether the right is had. In a private chat everybody settles their own chat; in a group only its administrators and the
 * office do, and a liaison binds it to their unit. What shows numbers of persons or goes to many is done in private.
 */
export function hasRight(right: Right, { role, place, administersChat }: Standing): boolean {
  const isOffice = OFFICE.has(role);
  switch (right) {
    case "ask":
      return true;
    case "bind":
      return place === "private" || administersChat || isOffice || role === "liaison";
    case "set_chat":
    case "subscribe":
      return place === "private" || administersChat || isOffice;
    case "mark_progress":
    case "see_progress":
      return isOffice || role === "liaison";
    case "import":
    case "broadcast":
    case "see_audit":
    case "see_misses":
    case "see_roles":
      return place === "private" && isOffice;
    case "grant":
      return isOffice;
  }
}

/** Whether some person has the right in a place because they administer the group, so that the platform must be asked. */
export function dependsOnChat(right: Right, standing: Omit<Standing, "administersChat">): boolean {
  return hasRight(right, { ...standing, administersChat: true }) && !hasRight(right, { ...standing, administersChat: false });
}
