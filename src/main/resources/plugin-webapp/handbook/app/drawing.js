// A diagram as a picture that can be made larger and moved on a phone, too. It is drawn by the viewer that Tasklist brings
// for its own diagrams.
const STEPS = [0.5, 0.75, 1, 1.5, 2, 3];

/**
 * @param element makes elements, as in dom.js
 * @param xml the diagram
 * @param marked ids of the steps at which whoever reads is
 */
export async function drawing({ element, xml, name, words, marked }) {
  const { svg, poweredBy } = await picture(xml);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${name}. ${words.diagramIs}`);
  marked.forEach(id => svg.querySelector(`[data-element-id="${CSS.escape(id)}"]`)?.classList.add('handbook-here'));
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height'));
  svg.setAttribute('viewBox', svg.getAttribute('viewBox') ?? `0 0 ${width} ${height}`);
  const paper = element('div', { class: 'handbook-paper', tabindex: '0', role: 'region', 'aria-label': words.diagram }, svg);
  let at = null;

  function show(step) {
    at = step;
    const whole = step === null;
    svg.setAttribute('width', whole ? '100%' : Math.round(width * STEPS[step]));
    if (whole) {
      svg.removeAttribute('height');
    } else {
      svg.setAttribute('height', Math.round(height * STEPS[step]));
    }
  }

  function nearest() {
    const shown = svg.getBoundingClientRect().width / width;
    return STEPS.findLastIndex(step => step <= shown + 0.01);
  }

  const button = (label, act) => {
    const made = element('button', { type: 'button', class: 'btn btn-default' }, label);
    made.addEventListener('click', act);
    return made;
  };
  show(null);
  return element(
    'div',
    { class: 'handbook-drawing' },
    element(
      'p',
      { class: 'handbook-zoom' },
      button(words.larger, () => show(Math.min((at ?? nearest()) + 1, STEPS.length - 1))),
      button(words.smaller, () => show(Math.max((at ?? nearest()) - (at === null ? 0 : 1), 0))),
      button(words.whole, () => show(null))
    ),
    paper,
    poweredBy
  );
}

/** Draws it beside the page, and takes what was drawn; the sign of those who made the viewer stays with it. */
function picture(xml) {
  const injector = window.angular.element(document.querySelector('[ng-view]') ?? document.body).injector();
  const scope = injector.get('$rootScope').$new(true);
  const bench = document.createElement('div');
  bench.className = 'handbook-bench';
  bench.setAttribute('aria-hidden', 'true');
  document.body.append(bench);
  const clear = () => {
    scope.$destroy();
    bench.remove();
  };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The diagram was not drawn')), 15000);
    scope.xml = xml;
    scope.control = {};
    scope.drawn = () =>
      Promise.resolve(scope.control.getViewer().saveSVG())
        .then(({ svg }) => {
          clearTimeout(late);
          const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
          const sign = bench.querySelector('.bjs-powered-by')?.cloneNode(true);
          sign?.removeAttribute('style');
          resolve({ svg: document.importNode(drawn, true), poweredBy: sign ?? null });
        })
        .catch(reject);
    const viewer = injector.get('$compile')(
      '<div cam-widget-bpmn-viewer diagram-data="xml" control="control" on-load="drawn()" disable-navigation="true"></div>'
    )(scope);
    bench.append(viewer[0]);
    scope.$applyAsync();
  }).finally(clear);
}
