// What the pages have in common.
import language from '/camunda/language.js';

// English where there is no such file, or no such text in it.
const texts =
  language === 'en'
    ? {}
    : await fetch(new URL(`texts_${language}.json`, import.meta.url))
        .then(answer => (answer.ok ? answer.json() : {}))
        .catch(() => ({}));

/** Our own words in the reader's language, with these values where their names stand in braces. */
export function said(english, values = {}) {
  return (texts[english] ?? english).replace(/\{(\w+)}/g, (place, name) => values[name] ?? place);
}

/** Columns of a table. */
export const columns = (...labels) => labels.map(label => ({ label }));

/** An element with attributes and with texts and elements in it; nothing in a text is ever taken for HTML. */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  });
  made.append(...content.flat(Infinity).filter(part => part !== undefined && part !== null));
  return made;
}

export function address(api, path) {
  return `${api.cockpitApi}/plugin/council/${api.engine}/${path}`;
}

/** The answer to a question; otherwise an error with what the server says, in words for the person who asked. */
export async function ask(api, path) {
  return json(await fetch(address(api, path), { headers: { Accept: 'application/json' } }));
}

export async function json(response) {
  if (response.status === 401) {
    throw new Error(said('You are not logged in any more. Please log in again.'));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.message || said('This could not be read. Please try again.'));
  }
  return answer;
}

/** An empty page with its heading, on which something is put once it is there. */
export function openPage(node, title, ...introduction) {
  document.title = `${title} | Camunda Cockpit`;
  const status = element('p', { role: 'status', class: 'council-status' }, said('One moment, please.'));
  const content = element('div', {});
  node.append(
    element('main', { class: 'council-page' }, element('h1', {}, title), introduction, status, content)
  );
  return {
    content,
    say: text => status.replaceChildren(text),
    fail: error => {
      status.classList.add('council-error');
      status.replaceChildren(error.message);
    }
  };
}

/**
 * A table.
 *
 * @param columns with label, and number for numbers
 * @param rows lists of cells; the first one names its row
 */
export function table(caption, columns, rows) {
  const kind = column => (column.number ? 'council-number' : undefined);
  return element(
    'div',
    { class: 'council-scroll', role: 'region', 'aria-label': said('Table: {caption}', { caption }), tabindex: '0' },
    element(
      'table',
      { class: 'council-table' },
      element('caption', {}, caption),
      element(
        'thead',
        {},
        element('tr', {}, columns.map(column => element('th', { scope: 'col', class: kind(column) }, column.label)))
      ),
      element(
        'tbody',
        {},
        rows.map(row =>
          element(
            'tr',
            {},
            row.map((cell, index) =>
              index === 0
                ? element('th', { scope: 'row' }, cell)
                : element('td', { class: kind(columns[index]) }, cell)
            )
          )
        )
      )
    )
  );
}

// As Tasklist and our pages there write dates.
const PLACE = language === 'en' ? 'en-GB' : language;
const DAY = new Intl.DateTimeFormat(PLACE, { day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = new Intl.DateTimeFormat(PLACE, { month: 'short', year: 'numeric' });
const NUMBER = new Intl.NumberFormat(PLACE);
const TIME = new Intl.DateTimeFormat(PLACE, { hour: '2-digit', minute: '2-digit' });
/** A mean, with as many places as it has. */
const DECIMAL = /^\d+\.(\d+)$/;
/** A day or a minute as tables have it, alone or behind what happens then. */
const IN_A_TABLE = /^((?:.* )?)(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}) UTC)?$/;

/** A point in time, as the clock on the wall says it. */
export function moment(iso) {
  return iso ? element('time', { datetime: iso }, minute(new Date(iso))) : '';
}

function minute(date) {
  return `${DAY.format(date)}, ${TIME.format(date)}`;
}

/** What stands in a table or beside a bar; a file has it as it is, because there it is sorted. */
export function asRead(cell) {
  if (typeof cell === 'number') {
    return NUMBER.format(cell);
  }
  const decimals = DECIMAL.exec(cell)?.[1].length;
  if (decimals) {
    return new Intl.NumberFormat(PLACE, { minimumFractionDigits: decimals }).format(Number(cell));
  }
  if (/^\d{4}-\d{2}$/.test(cell)) {
    return MONTH.format(new Date(`${cell}-15T12:00`));
  }
  return String(cell).replace(IN_A_TABLE, (all, before, day, time) =>
    // Without a time of day it is a day everywhere, and not midnight in Greenwich.
    time ? minute(new Date(`${day}T${time}Z`)) : `${before}${DAY.format(new Date(`${day}T12:00`))}`
  );
}
