// Says beside a time what the clock of the other one shows then. A form names, at the field for the time, whose it is and where
// both live; the day stands in the field before.
import { alsoCheck } from './checked-answers.js';
import { element } from './dom.js';
import { inputOf, onDrawn, onOpen, valueAt } from './open-forms.js';
import { clocksOf } from './field-texts.js';

const DAY = 24 * 60 * 60 * 1000;

/** As a clock in this zone shows it, in milliseconds as if it were in Greenwich. */
function reading(moment, timeZone) {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric'
  }).formatToParts(moment);
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(type =>
    Number(parts.find(part => part.type === type).value)
  );
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The moment; null when the clocks jump over it, and the first where they show it twice, as on the server. */
function momentOf(day, time, timeZone) {
  const wanted = Date.parse(`${day}T${time}Z`);
  const moments = [wanted - DAY, wanted + DAY]
    .map(near => wanted - (reading(near, timeZone) - near))
    .filter(moment => reading(moment, timeZone) === wanted);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** The two, whoever writes first; null as long as nothing is said. */
function meeting(opened, field) {
  const { zone, otherZone, other } = field.properties ?? {};
  if (otherZone === undefined) {
    return null;
  }
  const before = opened.fields.slice(0, opened.fields.indexOf(field)).filter(({ typed }) => typed?.as === 'DAY').at(-1);
  const { data } = opened.form._getState();
  const [day, time] = [data[before?.key], data[field.key]];
  const theirs = { name: valueAt(opened, other), timeZone: valueAt(opened, otherZone) };
  const own = { name: null, timeZone: zone ? valueAt(opened, zone) : Intl.DateTimeFormat().resolvedOptions().timeZone };
  const [one, two] = zone ? [own, theirs] : [theirs, own];
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time) || !theirs.timeZone || !own.timeZone) {
    return null;
  }
  try {
    return { time, one, two, moment: momentOf(day, time, one.timeZone) };
  } catch {
    // A zone that this browser does not know.
    return null;
  }
}

function tell(opened, field) {
  const place = inputOf(opened, field)?.closest('.fjs-form-field');
  if (!place) {
    return;
  }
  const found = meeting(opened, field);
  const said = found && found.moment !== null ? clocksOf(found.moment, found.one, found.two) : '';
  const shown = place.querySelector('.mentoring-clocks');
  if (shown === null) {
    place.append(element('div', { class: 'mentoring-clocks', role: 'status' }, said));
  } else if (shown.textContent !== said) {
    shown.textContent = said;
  }
}

const times = ({ fields }) => fields.filter(({ typed, properties }) => typed?.as === 'TIME' && properties?.otherZone);

onDrawn(opened => times(opened).forEach(field => tell(opened, field)));
onOpen(opened => opened.form.on('changed', () => times(opened).forEach(field => tell(opened, field))));

alsoCheck((opened, field) => {
  const found = field.typed?.as === 'TIME' ? meeting(opened, field) : null;
  return found && found.moment === null ? { kind: 'gap', values: [found.time, found.one.timeZone] } : null;
});
