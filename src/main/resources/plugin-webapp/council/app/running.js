import { address, ask, element, json, openPage, said, table } from './page.js';
import { figures } from './programme.js';

/** Which processes there are: for the council with what runs of them, for analysts as diagrams. */
export function renderProcesses() {
  return {
    render: (node, { api }) => {
      const page = openPage(
        node,
        said('Processes'),
        element('p', { class: 'council-introduction' }, said('What the programme does, each as a diagram.'))
      );
      const definitions = fetch(
        `${api.engineApi}/process-definition?latestVersion=true&sortBy=name&sortOrder=asc&maxResults=500`,
        { headers: { Accept: 'application/json' } }
      ).then(json);
      ask(api, 'access')
        .then(({ allowed }) =>
          Promise.all([definitions, allowed ? ask(api, 'running') : null]).then(([all, running]) => {
            page.say('');
            page.content.append(processes(all, running && running.processes));
            if (running) {
              page.content.append(section(running.cases, address(api, 'programme/running.csv')));
            }
          })
        )
        .catch(page.fail);
    }
  };
}

function processes(all, numbers) {
  const columns = [
    { label: said('Process') },
    ...(numbers
      ? [said('Cases'), said('Open tasks'), said('Overdue'), said('Failed')].map(label => ({ label, number: true }))
      : [])
  ];
  const known = key => numbers && numbers.find(one => one.key === key);
  const counted = ({ key }) => {
    const found = known(key);
    if (!found) {
      return [said('in confidence'), '', '', ''];
    }
    return found.byItself
      ? [said('by itself'), '', '', String(found.failed)]
      : [found.cases, found.tasks, found.overdue, found.failed].map(String);
  };
  return table(
    said('Processes'),
    columns,
    all.map(one => [
      // Of what is told in confidence Cockpit's own page could show nothing.
      numbers && !known(one.key)
        ? one.name || one.key
        : element('a', { href: `#/process-definition/${one.id}/runtime` }, one.name || one.key),
      ...(numbers ? counted(one) : [])
    ])
  );
}

/** What is open, and for whom it waits. */
export function renderTasks() {
  return {
    render: (node, { api }) => {
      const page = openPage(
        node,
        said('Open tasks'),
        element(
          'p',
          { class: 'council-introduction' },
          said('What people should do now. What is told in confidence is no part of it, and neither is what you are part of.')
        )
      );
      ask(api, 'tasks')
        .then(tasks => {
          page.say('');
          page.content.append(section(tasks, address(api, 'programme/tasks.csv')));
        })
        .catch(page.fail);
    }
  };
}

function section(found, file) {
  const heading = `council-${found.id}`;
  return element(
    'section',
    { 'aria-labelledby': heading, class: 'council-section' },
    element('h2', { id: heading }, found.heading),
    found.sentences.map(sentence => element('p', {}, sentence)),
    found.rows > 0 ? figures(found, file) : null
  );
}
