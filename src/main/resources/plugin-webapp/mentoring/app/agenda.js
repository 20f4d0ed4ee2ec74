import { element } from './dom.js';

/** What two could talk about in their yearly meeting, said by the server in the reader's language. */
export function drawn({ title, intro, parts }) {
  return element(
    'details',
    { class: 'mentoring-agenda', open: true },
    element('summary', {}, title),
    element('p', { class: 'mentoring-quiet' }, intro),
    parts.map(part)
  );
}

function part({ title, text, points, links }) {
  return [
    element('h4', {}, title),
    text && element('p', {}, text),
    points.length > 0 && element('ul', {}, points.map(point => element('li', {}, point))),
    links.length > 0 &&
      element(
        'ul',
        {},
        links.map(({ label, address }) =>
          element('li', {}, element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label))
        )
      )
  ];
}
