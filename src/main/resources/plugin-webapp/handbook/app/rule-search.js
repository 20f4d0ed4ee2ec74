// Finds what holds by the words with which people ask: whole questions, without accents, in whatever form a word has.

/** What a word ends with while it means the same, the longer ones first. */
const ENDINGS = {
  en: ['ations', 'ation', 'ings', 'ing', 'ies', 'ied', 'ed', 'es', 's', 'e', 'y'],
  de: ['ungen', 'ung', 'enden', 'ende', 'est', 'ern', 'en', 'er', 'em', 'es', 'te', 'st', 'e', 't', 'n', 's'],
  es: ['aciones', 'acion', 'ciones', 'cion', 'iendo', 'ando', 'aron', 'ieron', 'ados', 'adas', 'ado', 'ada', 'ido', 'ida', 'amos', 'emos', 'ar', 'er', 'ir', 'an', 'en', 'as', 'es', 'os', 'a', 'e', 'o', 's']
};
/** Less says nothing of a word. */
const SHORTEST = 4;
/** What fits nearly as well as the best is shown, too. */
const NEARLY = 0.7;
/** How much more a word counts with which people ask than one that only stands somewhere in a rule. */
const ASKED = 2;

const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
const wordsOf = text => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function stem(word, endings) {
  const ending = endings.find(one => word.endsWith(one) && word.length - one.length >= SHORTEST);
  return ending ? word.slice(0, -ending.length) : word;
}

/** Words are put together in some languages, and typed one letter after the other. */
function isLike(asked, word) {
  return word.startsWith(asked) || (asked.length >= SHORTEST && word.includes(asked)) || (word.length > SHORTEST && asked.startsWith(word));
}

/**
 * @param rules what can be found: the text that people see of it, and the words with which they ask for it
 * @param leftOut words that say nothing
 * @returns for what somebody asks, the places of the rules that answer it, the best first; all of them as long as nothing is asked
 */
export function searchIn(rules, language, leftOut) {
  const endings = ENDINGS[language] ?? [];
  const stems = text => [...new Set(wordsOf(text).map(word => stem(word, endings)))];
  const saysNothing = new Set(wordsOf(leftOut));
  const known = rules.map(({ text, asked }) => [stems(asked), stems(text)]);

  return question => {
    const asked = [...new Set(wordsOf(question).filter(word => !saysNothing.has(word)).map(word => stem(word, endings)))];
    if (asked.length === 0) {
      return rules.map((rule, place) => place);
    }
    const points = rules.map(() => 0);
    asked.forEach(word => {
      const fits = known.map(([first, second]) =>
        first.some(one => isLike(word, one)) ? ASKED : second.some(one => isLike(word, one)) ? 1 : 0
      );
      const weight = Math.log(1 + rules.length / fits.filter(fit => fit > 0).length);
      fits.forEach((fit, place) => (points[place] += fit > 0 ? fit * weight : 0));
    });
    const best = Math.max(...points);
    return points
      .map((sum, place) => ({ sum, place }))
      .filter(({ sum }) => sum > 0 && sum >= best * NEARLY)
      .sort((one, other) => other.sum - one.sum || one.place - other.place)
      .map(({ place }) => place);
  };
}
