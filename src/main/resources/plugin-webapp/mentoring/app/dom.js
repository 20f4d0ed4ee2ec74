// Text is only ever set as text: what people have written is never read as HTML.

/**
 * An element with its attributes and what is in it: texts and elements, of which missing ones are left out.
 */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .forEach(([attribute, value]) => made.setAttribute(attribute, value === true ? '' : value));
  made.append(...content.flat(Infinity).filter(part => part !== null && part !== undefined && part !== false));
  return made;
}

/** A list of terms and what is said about them; those about which nothing is said are left out. */
export function facts(entries) {
  return element(
    'dl',
    { class: 'mentoring-facts' },
    entries
      .filter(([, what]) => what)
      .flatMap(([term, what]) => [element('dt', {}, term), element('dd', {}, what)])
  );
}
