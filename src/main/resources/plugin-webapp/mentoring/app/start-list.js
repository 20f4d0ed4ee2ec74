// "Start process" offers what somebody can start now, in the words of "My mentorship", and nothing else.
import { inOrder, startText } from './texts.js';

const STARTS = new URL('../../default/starts', import.meta.url);
const OFFERED = 'processDefinition in processDefinitions';

const tasklist = window.angular.module('cam.tasklist.custom');

const template = stock =>
  stock
    .replace(OFFERED, `${OFFERED} | startable:$root.starts`)
    .replace('{{ processDefinition.name || processDefinition.key }}', '{{ processDefinition | startTitle:$root.starts }}')
    .replace(
      /(ng-click="selectProcessDefinition[^]*?<\/a>)/,
      '$1<p class="mentoring-purpose">{{ processDefinition | startPurpose:$root.starts }}</p>'
    )
    .replace(
      "{{ 'START_PROCESS' | translate }}: {{ params.processDefinitionName }}",
      '{{ { key: params.processDefinitionKey, name: params.processDefinitionName } | startTitle:$root.starts }}'
    )
    // It would look for the names of the diagrams.
    .replace(/<form>[^]*?<\/form>/, '');

/** What is said of it on "My mentorship"; null where it cannot be started, or nobody knows. */
function startOf({ key }, starts) {
  return starts?.find(({ process }) => process === key) ?? null;
}

tasklist.filter('startable', () => (processes, starts) =>
  starts
    ? inOrder(starts.filter(({ process }) => processes?.some(({ key }) => key === process))).map(({ process }) =>
        processes.find(({ key }) => key === process)
      )
    : processes
);
tasklist.filter('startTitle', () => (process, starts) => {
  const start = startOf(process, starts);
  return start === null ? process.name || process.key : startText(start)[0];
});
tasklist.filter('startPurpose', () => (process, starts) => {
  const start = startOf(process, starts);
  return start === null ? null : startText(start)[1];
});

// The list is no directive: its template only passes by here.
tasklist.decorator('$uibModal', [
  '$delegate',
  '$http',
  '$rootScope',
  (modal, http, root) => {
    const { open } = modal;
    const load = () =>
      http.get(STARTS.href).then(
        ({ data }) => {
          root.starts = data;
        },
        problem => {
          console.error(problem);
          root.starts = null;
        }
      );
    modal.open = options =>
      open.call(
        modal,
        options.template?.includes(OFFERED)
          ? { ...options, template: template(options.template), resolve: { ...options.resolve, starts: load } }
          : options
      );
    return modal;
  }
]);
