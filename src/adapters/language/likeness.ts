/** How one Han character may be written for another. */
export interface Likeness {
  /** The sounds of a character, without tone, near sounds made one: zh and z, ng and n. */
  readonly soundOf: (character: string) => readonly string[];
  /** The characters that look like one: 未 for 末. */
  readonly looksLike: (character: string) => ReadonlySet<string>;
}

/** What `data/look-alikes.json` holds: characters of one group are mistaken for each other. */
export interface LookAlikeData {
  readonly groups: readonly string[];
}

/** Finds the characters that look like another. */
export function createLooksLike({ groups }: LookAlikeData): Likeness["looksLike"] {
  const alike = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const character of group) {
      const others = alike.get(character) ?? new Set();
      for (const other of group) if (other !== character) others.add(other);
      alike.set(character, others);
    }
  }
  const none: ReadonlySet<string> = new Set();
  return (character) => alike.get(character) ?? none;
}

/** Whether two characters sound alike to speakers who do not tell near sounds apart. */
export function soundAlike(one: string, other: string, { soundOf }: Likeness): boolean {
  const sounds = soundOf(one);
  return soundOf(other).some((sound) => sounds.includes(sound));
}
