/**
 * Text → pairs of neighbouring Chinese characters, and words of letters or digits. The usual way to make an engine for
 * spaced languages read Chinese: no dictionary, and MiniSearch, Orama and FlexSearch get exactly the same terms.
 */
const RUNS = /\p{Script=Han}+|[\p{Letter}\p{Number}]+/gu;
const CHINESE = /^\p{Script=Han}/u;

export function toBigrams(text: string): string[] {
  // Letters after the Han run are matched one script at a time: "交9年" is three runs, not one.
  const spaced = text.toLowerCase().replace(/(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu, ' ');
  return (spaced.match(RUNS) ?? []).flatMap((run) => {
    if (!CHINESE.test(run)) return [run];
    const characters = [...run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, n) => `${characters[n]}${character}`);
  });
}
