import * as z from "zod";

/** What people type: Chinese characters alone, since the matching is by substring and a lone character would be found everywhere. */
const everydayPhrase = z.string().regex(/^\p{Script=Han}{2,8}$/u);
/** A term as documents print it, with the marks and letters that belong to it: 双随机、一公开, 互联网+监管, 门户APP. */
const officialTerm = z.string().regex(/^[\p{Script=Han}、+A-Z]{2,8}$/u);

/** What `data/synonyms.json` must look like. A test applies it; the program takes the data as typed. */
export const SynonymDataSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        everyday: z.array(everydayPhrase).min(1),
        official: z.array(officialTerm).min(1).max(5),
        /** A question that someone would ask, with one of the everyday phrases in it. */
        example: z.string().min(5).max(30),
      }),
    )
    .min(250),
});

/** Small words joined by single spaces; within a word the marks of covid-19, people's, &. */
const englishPhrase = z.string().regex(/^[a-z0-9&+][a-z0-9&+'.-]*(?: [a-z0-9&+][a-z0-9&+'.-]*)*$/u);
const translation = z.string().regex(/^[\p{Script=Han}\d、+]{1,12}$/u);

/** What `data/english.json` must look like. A test applies it; the program takes the data as typed. */
export const EnglishDataSchema = z.strictObject({
  phrases: z
    .array(
      z.strictObject({
        en: z.array(englishPhrase).min(1),
        zh: translation,
        /** How the phrase is read beside digits, where that differs. */
        note: z.optional(z.string().min(1)),
      }),
    )
    .min(300),
});
