// What a number means that somebody has typed, as the server understands it (the package "text", with the same cases in its
// test): all that it can mean, as it is kept. Days and times are chosen.

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

/** What a browser chooses it writes as it is kept. */
const kept = typed => [typed];

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

export const meanings = { DAY: kept, TIME: kept, NUMBER: numbers };
