// What is said beside the fields of forms. Comes with the first form.
import { language, others } from './texts.js';

const english = {
  searchList: 'Type to search',
  skipChosen: 'Skip to search',
  removeChosen: chosen => `Remove: ${chosen}`,
  digest: gets => (gets ? 'Now: you get it.' : 'Now: you do not get it.'),
  noneInList: 'Nothing like that is in the list.',
  clock: (time, name, city, day) => `${time} for ${name ?? 'you'} in ${city}${day ? ` on ${day}` : ''}`,
  clocks: (one, two) => `${one} is ${two}.`,
  sameClock: (name, time) => `It is ${time} for ${name} too.`
};

export const fieldTexts = { ...english, ...others.fields };

/** What the clocks of two show at a moment, as a sentence; whoever has no name reads it. */
export function clocksOf(moment, one, two) {
  const locale = language === 'en' ? 'en-GB' : language;
  const shown = ({ timeZone }, options) => new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(moment);
  const time = person => shown(person, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = person => shown(person, { weekday: 'long', day: 'numeric', month: 'long' });
  if (time(one) === time(two) && day(one) === day(two)) {
    return fieldTexts.sameClock(one.name ?? two.name, time(one));
  }
  const clock = (person, on) =>
    fieldTexts.clock(time(person), person.name, person.timeZone.split('/').at(-1).replaceAll('_', ' '), on);
  return fieldTexts.clocks(clock(one, ''), clock(two, day(one) === day(two) ? '' : day(two)));
}
