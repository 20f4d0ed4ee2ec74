import { address, ask, asRead, element, openPage, said, table } from './page.js';

const ROOT = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const MOST_BARS = 20;
// What is read line by line although there is a chart; other tables stand behind theirs.
const OPEN = ['cases'];

let library;

/** D3, which puts itself into the window. */
function d3() {
  library = library || import(`${ROOT}/webjars/d3/dist/d3.min.js`).then(() => window.d3);
  return library;
}

export function renderProgramme() {
  return renderSections(
    said('Programme'),
    said('How the programme is doing now. Only the council reads this; what is told in confidence is no part of it.'),
    'programme'
  );
}

/**
 * A page of sections, each with what it says in words, as a chart, as a table and as a file.
 *
 * @param path where the sections are asked for, and below it their files
 * @param more what else is put on the page once they are there
 */
export function renderSections(title, introduction, path, more = () => []) {
  let sizes;
  return {
    render: (node, { api }) => {
      const page = openPage(node, title, element('p', { class: 'council-introduction' }, introduction));
      sizes = new ResizeObserver(entries => entries.forEach(entry => entry.target.redraw(entry.contentRect.width)));
      Promise.all([ask(api, path), d3()])
        .then(([sections, drawing]) => {
          page.say('');
          page.content.append(
            element(
              'div',
              { class: 'council-sections' },
              sections.map(section => show(section, { api, path, drawing, sizes }))
            ),
            ...more(api)
          );
        })
        .catch(page.fail);
    },
    unmount: () => sizes && sizes.disconnect()
  };
}

function show(section, { api, path, drawing, sizes }) {
  const heading = `council-${section.id}`;
  return element(
    'section',
    { 'aria-labelledby': heading, class: `council-section council-section-${section.id}` },
    element('h2', { id: heading }, section.heading),
    section.sentences.map(sentence => element('p', {}, sentence)),
    section.rows > 0 && section.chart ? chart(section, drawing, sizes) : null,
    section.rows > 0 ? figures(section, address(api, `${path}/${section.id}.csv`)) : null
  );
}

/** The table of a section and its file. */
export function figures(section, file) {
  const { columns, rows } = section.table;
  const linked = section.id === 'cases' ? 5 : 0;
  const cells = rows.map(row =>
    row.cells.map((cell, index) =>
      index === linked && row.instanceId
        ? element('a', { href: `#/process-instance/${row.instanceId}/runtime` }, asRead(cell))
        : asRead(cell)
    )
  );
  return [
    element(
      'details',
      { open: section.chart === null || OPEN.includes(section.id) },
      element('summary', {}, said('Table: {caption}', { caption: section.heading })),
      table(section.heading, columns, cells),
      section.rows > rows.length
        ? element('p', {}, said('{some} are shown here; the file has all of them.', { some: some(section, rows.length) }))
        : null
    ),
    element(
      'p',
      { class: 'council-download' },
      element(
        'a',
        { href: file, download: true },
        said('CSV file: {caption}', { caption: section.heading })
      )
    )
  ];
}

/** Such as "The first 100 of 250", or of each end half as many. */
function some(section, shown) {
  return section.chart?.bothEnds
    ? said('The first {first} and the last {last} of {all}', {
        first: Math.ceil(shown / 2),
        last: Math.floor(shown / 2),
        all: section.rows
      })
    : said('The first {first} of {all}', { first: shown, all: section.rows });
}

/** As many rows as there are bars for. */
function drawn({ chart, table }) {
  const { rows } = table;
  if (rows.length <= MOST_BARS) {
    return rows;
  }
  return chart.bothEnds
    ? [...rows.slice(0, MOST_BARS / 2), ...rows.slice(-MOST_BARS / 2)]
    : rows.slice(0, MOST_BARS);
}

/** Bars, each below its name and what it says in words; the table has the same figures. */
function chart(section, drawing, sizes) {
  const { title, label, series, marker, remark } = section.chart;
  const labels = section.table.columns.map(column => column.label);
  const shown = drawn(section).map(row => ({
    name: asRead(row.cells[label]),
    parts: series.map(column => Number(row.cells[column])),
    mark: marker === null ? null : Number(row.cells[marker]),
    remark: remark === null ? '' : asRead(row.cells[remark])
  }));
  const legend = series.map((column, index) => ({ text: labels[column], tone: index }));
  const figure = element(
    'figure',
    { class: 'council-chart' },
    element('figcaption', {}, title + (section.rows > MOST_BARS ? ` (${some(section, MOST_BARS)})` : '')),
    legend.length > 1 || marker !== null
      ? element(
          'ul',
          { class: 'council-legend' },
          legend.map(entry => element('li', { class: `council-tone-${entry.tone}` }, entry.text)),
          marker === null ? null : element('li', { class: 'council-mark' }, labels[marker])
        )
      : null
  );
  const place = element('div', { class: 'council-drawing' });
  place.redraw = width => draw(drawing, place, { shown, legend, title, width });
  figure.append(place);
  sizes.observe(place);
  return figure;
}

const NAME = 20;
const BAR = 12;
const GAP = 8;
const WIDEST = 720;
const AXIS = 24;
const EDGE = 10;

function draw(d3, place, { shown, legend, title, width: available }) {
  if (available < 1) {
    return;
  }
  const width = Math.min(available, WIDEST);
  const heights = shown.map(bar => NAME + (d3.sum(bar.parts) > 0 || bar.mark ? BAR + GAP : 0));
  const tops = heights.map((_, index) => d3.sum(heights.slice(0, index)));
  const bottom = d3.sum(heights);
  const most = d3.max(shown, bar => Math.max(d3.sum(bar.parts), bar.mark || 0)) || 1;
  const x = d3.scaleLinear([0, most], [0, width - EDGE]).nice();
  const svg = d3
    .select(place)
    .selectAll('svg')
    .data([shown])
    .join('svg')
    .attr('role', 'img')
    .attr('aria-label', `${title}. ${shown.map(bar => `${bar.name}: ${words(bar, legend)}`).join('; ')}.`)
    .attr('width', width)
    .attr('height', bottom + AXIS);
  const bars = svg
    .selectAll('g.council-bar')
    .data(shown)
    .join(enter => {
      const bar = enter.append('g').attr('class', 'council-bar');
      bar.append('text').attr('class', 'council-name').attr('y', 15);
      return bar;
    })
    .attr('transform', (_, index) => `translate(0,${tops[index]})`);
  bars.select('text').each(function (bar) {
    fit(d3.select(this), bar.name, `  ${words(bar, legend)}`, width);
  });
  bars
    .selectAll('rect')
    .data(bar => bar.parts.map((part, index) => ({ part, index, before: d3.sum(bar.parts.slice(0, index)) })))
    .join('rect')
    .attr('class', part => `council-tone-${part.index}`)
    .attr('x', part => x(part.before))
    .attr('y', NAME)
    .attr('width', part => x(part.part))
    .attr('height', BAR);
  bars
    .selectAll('line')
    .data(bar => (bar.mark === null ? [] : [bar.mark]))
    .join('line')
    .attr('class', 'council-mark')
    .attr('x1', mark => x(mark))
    .attr('x2', mark => x(mark))
    .attr('y1', NAME - 3)
    .attr('y2', NAME + BAR + 3);
  svg
    .selectAll('g.council-axis')
    .data([x])
    .join('g')
    .attr('class', 'council-axis')
    .attr('transform', `translate(0,${bottom})`)
    .call(
      d3
        .axisBottom(x)
        .tickValues(x.ticks(Math.min(6, most)).filter(Number.isInteger))
        .tickFormat(d3.format('d'))
        .tickSizeOuter(0)
    )
    .selectAll('.tick text')
    .attr('text-anchor', value => (value === 0 ? 'start' : 'middle'));
}

/** Such as "Mentees: 1, Free places: 2". */
function words(bar, legend) {
  const parts = legend
    .filter(entry => legend.length === 1 || bar.parts[entry.tone] > 0)
    .map(entry => {
      const number = bar.parts[entry.tone];
      return said('{what}: {number}', { what: entry.text, number: asRead(number) });
    });
  const remark = bar.remark && bar.remark !== said('Active') ? [bar.remark] : [];
  return [...(parts.length ? parts : [said('none')]), ...remark].join(', ');
}

/** A long name is cut, what the bar says never is. */
function fit(text, name, words, width) {
  let shown = name;
  const write = () => {
    text.text(null);
    text.append('tspan').attr('class', 'council-who').text(shown);
    text.append('tspan').attr('class', 'council-said').attr('dx', 8).text(words.trim());
  };
  write();
  while (shown.length > 4 && text.node().getComputedTextLength() > width) {
    shown = `${shown.slice(0, -3).trimEnd()}…`;
    write();
  }
}
