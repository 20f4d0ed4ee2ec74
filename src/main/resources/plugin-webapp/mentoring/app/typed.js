// What a text means that somebody has typed, as the server understands it (the package "text", with the same cases in its
// test): all days, times or numbers it can mean, as they are kept.

const FULL_WIDTH = 0xff01 - 0x21;
const DIGIT = /^\p{Nd}$/u;

function mark(sign) {
  const code = sign.codePointAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    return String.fromCodePoint(code - FULL_WIDTH);
  }
  return sign
    .replace(/[\t\p{Z}]/u, ' ')
    // The minus of mathematics, and how a dash of Japanese comes out where a letter is made longer.
    .replace(/[\p{Pd}\u2212\u30fc\uff70]/u, '-')
    .replace(/[\u2044\u2215]/, '/')
    .replace(/[\u3002\uff61]/, '.');
}

/** Where the ten digits begin to which this one belongs; they stand side by side in each script. */
function zero(digit) {
  const code = digit.codePointAt(0);
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) {
    first -= 1;
  }
  return code - ((code - first) % 10);
}

/** Digits of two scripts stay as they are: a four of one looks like an eight of another. */
function plain(typed) {
  const signs = [...typed].map(mark);
  const scripts = new Set(signs.filter(sign => DIGIT.test(sign)).map(zero));
  return signs
    .map(sign => (scripts.size === 1 && DIGIT.test(sign) ? String(sign.codePointAt(0) - zero(sign)) : sign))
    .join('')
    .trim()
    .replace(/ {2,}/g, ' ');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(?:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

function day(year, month, date) {
  if (!/^[0-9]{4}$/.test(year) || !/^[0-9]{1,2}$/.test(month) || !/^[0-9]{1,2}$/.test(date)) {
    return [];
  }
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const found = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(iso) ? [iso] : [];
}

function days(typed) {
  const text = plain(typed)
    .toLowerCase()
    .replace(/ ?[年月년월] ?/g, '-')
    .replace(/ ?[日일]$/, '');
  const numbers = /^([0-9]{1,4}) ?([-./ ]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})\.?$/.exec(text);
  if (numbers !== null) {
    const [, first, between, second, last] = numbers;
    return first.length === 4
      ? day(first, second, last)
      : [...new Set([...day(last, second, first), ...(between === '.' ? [] : day(last, first, second))])];
  }
  const words = text.split(/[ ,.-]+/).filter((word, place, all) => word !== '' || place < all.length - 1);
  const place = words.length === 3 ? words.slice(0, 2).findIndex(word => MONTH.test(word)) : -1;
  if (place < 0) {
    return [];
  }
  const month = String(MONTHS.indexOf(words[place].slice(0, 3)) + 1);
  const other = words[1 - place];
  return other.length === 4
    ? day(other, month, words[2])
    : day(words[2], month, other.replace(/(st|nd|rd|th)$/, ''));
}

function times(typed) {
  const text = plain(typed)
    .toLowerCase()
    .replace(/ ?[時时시] ?/g, 'h')
    .replace(/ ?[分분]$/, '');
  const time = /^([0-9]{1,2}) ?(?:[:.h] ?([0-9]{2}))? ?(h|uhr|am|a\.m\.|pm|p\.m\.)?$/.exec(text);
  if (time === null || (time[2] === undefined && time[3] === undefined)) {
    return [];
  }
  const [, hour, minute = '00', half] = time;
  return Number(hour) > 23 || Number(minute) > 59
    ? []
    : hours(Number(hour), Number(minute), half).map(meant => `${String(meant).padStart(2, '0')}:${minute}`);
}

function hours(hour, minute, half) {
  if (half === undefined || half === 'h' || half === 'uhr') {
    return [hour];
  }
  if (hour === 12 && minute === 0) {
    return [0, 12];
  }
  if (half.startsWith('a')) {
    return hour > 12 ? [] : [hour % 12];
  }
  return hour === 0 ? [] : [hour >= 12 ? hour : hour + 12];
}

function numbers(typed) {
  const number = /^([+-]?)([0-9]{1,15})(?:[.,]([0-9]{1,15}))?$/.exec(plain(typed));
  if (number === null) {
    return [];
  }
  const [, sign, whole, decimals] = number;
  const signed = `${sign === '-' ? '-' : ''}${whole.replace(/^0+(?=[0-9])/, '')}`;
  if (decimals === undefined) {
    return [signed];
  }
  const exact = `${signed}.${decimals}`;
  return decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0') ? [exact, `${signed}${decimals}`] : [exact];
}

export const meanings = { DAY: days, TIME: times, NUMBER: numbers };
