// A task for which somebody has come – from *My mentorship*, by a mail, on a phone – is one column: what, until when, the
// form, and its button. Tasklist's panes are where the address says "lists". What anybody could take is theirs with their
// answer, unless it opens what was told in confidence; and a link to what is not theirs says so.
import { PARAMETER as ABOUT } from './asked-step.js';
import { reckoned } from './clock.js';
import { forgetDraft } from './drafts.js';
import { day, isPast, isReckoned, language, taskTexts as texts, texts as allTexts, weekday } from './texts.js';

const tasklist = window.angular.module('cam.tasklist.custom');

const HOME = '/my-mentorship';
const OPTIONAL_BELOW = 50;
const PHONE = window.matchMedia('(max-width: 767px)');

/** What the task of the address is to whoever is here, as the server says; the state is null until it has. */
const linked = { id: null, state: null, at: null };
/** What was answered last: where to go then may have been set in it. */
let answered = null;

const BACK = `<p class="mentoring-back-row"><a href="#${HOME}" lang="${language}">← ${texts.back}</a></p>`;

const ELSEWHERE = `
  <section class="mentoring-elsewhere" lang="${language}" ng-if="$root.mentoring.elsewhere()">
    <h1 tabindex="-1">{{ $root.mentoring.title() }}</h1>
    <p role="status">{{ $root.mentoring.text() }}</p>
    <p><a class="btn btn-primary" href="#${HOME}">${texts.whatWaits}</a></p>
  </section>`;

const MORE = `
  <p class="mentoring-more-row" lang="${language}">
    <button type="button" class="btn btn-link" aria-expanded="{{ !!$root.mentoring.more }}"
            ng-click="$root.mentoring.toggleMore()">
      {{ $root.mentoring.more ? '${texts.less}' : '${texts.more}' }}
    </button>
    <a class="btn btn-link" ng-if="task._embedded.processDefinition[0]"
       ng-href="#/how-it-works?process={{ task._embedded.processDefinition[0].key }}&step={{ task.taskDefinitionKey }}">
      ${allTexts.howItWorks}</a>
  </p>`;

const templates = {
  camTasklistTask: template =>
    template
      .replace('<div ng-show="taskState.$loaded">', `${BACK}${ELSEWHERE}$&`)
      .replace('ng-if="task"', 'ng-if="task && !$root.mentoring.elsewhere()"')
      .replace(/<h2 class="task"([^>]*)>([^]*?)<\/h2>/, '<h1 class="task" tabindex="-1"$1>$2</h1>')
      .replace(/<\/section>\s*<\/div>\s*$/, `${MORE}$&`),
  camTasklistTaskMeta: template =>
    template
      // Rather with the answer.
      .replace('ng-if="!hasAssignee()"', 'ng-if="!hasAssignee() && !$root.mentoring.opensWhenTaken(task.id)"'),
  camTasklistForm: template =>
    template
      // It is kept while it is written.
      .replace(/<button class="btn btn-default"[^]*?<\/button>/, '<span class="mentoring-kept-where" role="status"></span>')
      .replace(
        'ng-click="complete()"',
        `$& ng-hide="$root.mentoring.opensWhenTaken(params.taskId)"`
      )
      .replace(
        /(ng-disabled="disableCompleteButton\(\)">[^]*?<\/button>)/,
        `$1
         <div class="mentoring-open" lang="${language}" ng-if="$root.mentoring.opensWhenTaken(params.taskId)">
           <p>${texts.whyOpen}</p>
           <button type="button" class="btn btn-primary" ng-click="$root.mentoring.take(params.taskId)">${texts.openIt}</button>
         </div>`
      )
      .replace(
        '{{ tasklistForm.$error.message | translate }}',
        `${texts.formFailed} <button type="button" class="btn btn-link" ng-click="$root.mentoring.reload()">${texts.tryAgain}</button>`
      )
};

Object.entries(templates).forEach(([directive, better]) =>
  tasklist.decorator(`${directive}Directive`, [
    '$delegate',
    ([first, ...others]) => [Object.assign(first, { template: better(first.template) }), ...others]
  ])
);

// Tasklist lets nobody write in a form before they have claimed the task.
tasklist.decorator('camTasklistFormDirective', [
  '$delegate',
  ([directive, ...others]) => {
    directive.compile = () => scope =>
      scope.$watch(
        () =>
          scope.options &&
          (scope.options.disableForm || scope.options.disableCompleteButton) &&
          linked.state === 'OFFERED' &&
          linked.id === scope.params?.taskId,
        isHeldBack => {
          if (isHeldBack) {
            Object.assign(scope.options, { disableForm: false, disableCompleteButton: false });
          }
        }
      );
    return [directive, ...others];
  }
]);

// It would say that a login has failed to whoever has not tried any, with a bookmark.
// Tasklist adds its filter to the address of a task that was opened; one step back would lead to the same task, forever.
tasklist.decorator('$browser', [
  '$delegate',
  browser => {
    const url = browser.url.bind(browser);
    const taskIn = address => /[?&]task=([\w-]+)/.exec(address)?.[1];
    browser.url = (next, replace, ...more) =>
      next === undefined
        ? url()
        : url(next, replace || (taskIn(next) !== undefined && taskIn(next) === taskIn(url())), ...more);
    return browser;
  }
]);

tasklist.decorator('shouldDisplayAuthenticationError', ['$delegate', () => () => false]);

document.addEventListener('mentoring:answered', ({ detail }) => (answered = detail));

tasklist.run([
  '$rootScope',
  '$location',
  '$route',
  'camAPI',
  (root, location, route, camAPI) => {
    const isAtTasks = () => ['', '/'].includes(location.path());
    const isOneColumn = () => {
      const { lists, task } = location.search();
      return isAtTasks() && (!lists || (Boolean(task) && PHONE.matches));
    };

    async function ask(id) {
      if (linked.id !== id) {
        Object.assign(linked, { id, state: null, at: null });
      }
      const could = ['OFFERED', 'IN_CONFIDENCE'].includes(linked.state);
      const tell = said => {
        if (linked.id !== id) {
          return;
        }
        if (could && ['NOT_MINE', 'TAKEN'].includes(said.state)) {
          said.state = 'FASTER';
        }
        if (said.state in texts.elsewhere && said.state !== 'FAILED') {
          // Nobody can send it any more.
          forgetDraft(id);
          document.dispatchEvent(new CustomEvent('mentoring:elsewhere'));
        }
        root.$applyAsync(() => Object.assign(linked, said));
      };
      try {
        const answer = await fetch(new URL(`../../default/task/${encodeURIComponent(id)}`, import.meta.url), {
          cache: 'no-store'
        });
        // Without a login Tasklist asks for one.
        if (answer.status !== 401) {
          const { state, at = null } = await answer.json();
          await reckoned();
          tell({ state: state ?? 'FAILED', at });
        }
      } catch (problem) {
        console.error(problem);
        tell({ state: 'FAILED', at: null });
      }
    }

    function askAgain() {
      const { task } = location.search();
      if (isAtTasks() && typeof task === 'string' && root.authentication) {
        ask(task);
      } else {
        linked.id = null;
      }
    }

    root.mentoring = {
      more: false,
      toggleMore() {
        root.mentoring.more = !root.mentoring.more;
        document.body.classList.toggle('mentoring-more', root.mentoring.more);
      },
      elsewhere: () => isOneColumn() && linked.id !== null && linked.state in texts.elsewhere,
      title: () => texts.elsewhere[linked.state][0],
      text: () => texts.elsewhere[linked.state][1](linked.at && day(linked.at)),
      opensWhenTaken: id => linked.id === id && linked.state === 'IN_CONFIDENCE',
      take(id) {
        camAPI.resource('task').claim(id, root.authentication.name, problem => {
          if (problem) {
            ask(id);
          } else {
            // With its text, which is open now.
            ask(id).then(() => root.$applyAsync(() => route.reload()));
          }
        });
      },
      until: due => (isPast(due) ? texts.wasDue : texts.by)(weekday(due)),
      isLate: isPast,
      // A day that turns into another one a moment later is none.
      hasDay: task => isReckoned() && Boolean(task?.due) && task.priority >= OPTIONAL_BELOW,
      reload: () => route.reload()
    };

    // Whoever comes for nothing that Tasklist has begins where everybody does.
    root.$on('$locationChangeStart', event => {
      const { lists, task, processStart, [ABOUT]: about } = location.search();
      if (!event.defaultPrevented && isAtTasks() && !lists && !task) {
        location.url(answered?.next ?? HOME).replace();
        if (processStart) {
          location.search({ processStart, [ABOUT]: about });
        }
        answered = null;
      }
    });

    root.$on('$locationChangeSuccess', () => {
      document.body.classList.toggle('mentoring-one', isOneColumn());
      if (location.search().task !== linked.id) {
        root.mentoring.more = false;
        document.body.classList.remove('mentoring-more');
        askAgain();
      }
    });

    root.$on('authentication.changed', askAgain);
    document.addEventListener('mentoring:refused', ({ detail: { kind, status } }) => {
      if (kind === 'task' && [400, 403, 404, 409].includes(status)) {
        askAgain();
      }
    });
  }
]);

document.addEventListener('mentoring:opened', ({ detail: { kind } }) => {
  const heading = document.querySelector('.mentoring-one .task-details h1');
  if (kind === 'task' && heading !== null && !heading.closest('.task-details').contains(document.activeElement)) {
    heading.focus({ preventScroll: true });
  }
});
