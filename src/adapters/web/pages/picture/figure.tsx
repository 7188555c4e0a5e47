import type { MadePicture, PictureKind } from "../../../../app/pictures/make-picture.ts";
import type { Look, PictureMaker } from "../../../../app/pictures/picture.ts";
import { type PicturesAsked, pictureFilePath } from "../../view/links.ts";

interface FigureProps {
  readonly kind: PictureKind;
  readonly made: MadePicture;
  readonly asked: PicturesAsked;
  readonly isLarge: boolean;
  readonly pictures: PictureMaker;
}

const NARROW = "(max-width: 40rem)";
/** Paper is light. */
const DARK = "screen and (prefers-color-scheme: dark)";

/** A picture for any screen: the browser takes one of four. What is said of it stands above, the numbers beside it. */
export function Figure({ kind, made: { drawn, note }, asked, isLarge, pictures }: FigureProps) {
  if (!drawn) return <p class="note">{note}</p>;
  const source = (theme: Look["theme"], width: Look["width"]) => {
    const look = { theme, width, isLarge };
    return { href: pictureFilePath(kind, asked, look), ...pictures.sizeOf(drawn.picture, look) };
  };
  const usual = source("light", "wide");
  const others = [
    { media: `${DARK} and ${NARROW}`, ...source("dark", "narrow") },
    { media: NARROW, ...source("light", "narrow") },
    { media: DARK, ...source("dark", "wide") },
  ];
  return (
    <figure class="chart">
      <figcaption>{note}</figcaption>
      <picture>
        {others.map(({ media, href, width, height }) => (
          <source media={media} srcset={href} width={width} height={height} />
        ))}
        <img src={usual.href} alt={drawn.alt} width={usual.width} height={usual.height} />
      </picture>
    </figure>
  );
}
