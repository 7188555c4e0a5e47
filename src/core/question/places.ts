/** Names of counties, districts, banners and cities, as `data/places.json` holds them. */
export interface PlaceData {
  readonly source: string;
  readonly places: readonly string[];
}

/** Finds names of places of the country. Built once; immutable. */
export interface Places {
  /** The first place that a text names, the longest name at its end; undefined where there is none. */
  findPlace(text: string): string | undefined;
  has(name: string): boolean;
}

const LEVEL = /[县市区旗州盟]/u;
/** The longest name of a county has 15 characters. */
const MAX_CHARACTERS = 15;

export function createPlaces({ places }: PlaceData): Places {
  const names = new Set(places);
  return {
    has: (name) => names.has(name),
    findPlace(text) {
      for (let end = 2; end <= text.length; end += 1) {
        if (!LEVEL.test(text.charAt(end - 1))) continue;
        for (let length = Math.min(MAX_CHARACTERS, end); length >= 2; length -= 1) {
          const name = text.slice(end - length, end);
          // 和县 and 文县 are also the end of 司法局和县财政局 and 发文县级: a name of two characters counts only where it begins the text.
          if (names.has(name) && (length > 2 || end === 2)) return name;
        }
      }
      return undefined;
    },
  };
}
