import spoken from '/camunda/language.js';
import { daysAway, language, others, texts } from './texts.js';

// Tasklist's own words where they are not meant for participants. A locale file of our own would have to repeat all of
// the four hundred others, so these replace what the shipped file says under the same names.
const words = {
  en: {
    AUTH_LOGOUT_THANKS: 'Thank you for being part of the programme. Have a great {{dayContext}}!',
    CLICK_PROCESS_TO_START: 'Choose what you would like to do.',
    COMPLETE_ERROR: 'Not sent yet. Please check your answers.',
    NO_AVAILABLE_FILTER: 'There are no tasks for you here.',
    NO_MATCHING_TASK: 'Nothing is waiting for you here. What you can do:',
    NO_PROCESS_DEFINITION_AVAILABLE: 'There is nothing to start for you here.',
    PAGE_LOGIN_ERROR_MSG: 'Please check your user name and password. If they are right, this is not open to you; Cockpit and Admin are behind the house at the top.',
    PROCESS_START_ERROR: 'Not started yet. Please check your answers.',
    PROCESS_START_OK: 'Thank you, this has arrived.',
    SELECT_TASK_IN_LIST: 'Choose a task in the list to see what it is about.',
    TASK_HAS_BEEN_REMOVED: 'This task is done, or somebody else has taken it.'
  },
  // English is loaded as well, for what is not translated.
  ...(language === 'en' ? {} : { [language]: others.ofTasklist })
};

// Tasklist's own templates where they offer what nobody may do here, or leave out what people need.
const templates = {
  camTasks: template =>
    template
      .replace('am-time-ago="task.due">{{ task.due }}', '>{{ task.due | daysAway }}')
      .replace('am-time-ago="task.created">{{ task.created }}', ">{{ task.created | camDate:'short' }}")
      .replace(
        "{{ 'NO_MATCHING_TASK' | translate }}",
        `{{ 'NO_MATCHING_TASK' | translate }} <a href="#/my-mentorship">${texts.myMentorship}</a>`
      ),
  // What somebody says of themself stands in a form of ours.
  camWidgetHeader: template => template.replace("{{ '../../welcome/:engine/' | uri }}", '#/?processStart=my-profile'),
  // Days are those of where somebody lives, and not of where their browser is.
  camWidgetFooter: template => template.replace(/\{\{ 'CAM_WIDGET_FOOTER_TIMEZONE'[^]*?<\/i>/, ''),
  camTasklistFilters: template =>
    template
      .replace('{{ filter.name }}', '{{ filter.name | translate }}')
      .replace('{{ filter.properties.description }}', '{{ filter.properties.description | translate }}')
      // The lists are the programme's; they are set at every start.
      .replace(/<div class="actions"[^]*?<\/div>/, ''),
  camTasklistTask: template =>
    template
      // Cockpit is for the council.
      .replace('ng-if="instanceLink"', `ng-if="instanceLink && $root.authentication.authorizedApps.includes('cockpit')"`),
  // Dates, groups and who has a task come from the diagram; a task can only be claimed.
  camTasklistTaskMeta: template =>
    template
      .replace(
        /<ul class="meta list-inline dates times">[^]*?<\/ul>/,
        `<ul class="meta list-inline dates times">
           <li ng-if="$root.mentoring.hasDay(task)" class="due-date"
               ng-class="{overdue: $root.mentoring.isLate(task.due)}">
             {{ $root.mentoring.until(task.due) }}
           </li>
         </ul>`
      )
      .replace(/<li class="groups">[^]*?<\/li>/, '')
      .replace(
        /<li class="assignee"\s+ng-if="hasAssignee\(\)">[^]*?<\/li>/,
        `<li class="assignee" ng-if="hasAssignee()">
           {{ 'ASSIGNEE' | translate }}: {{ assignee.firstName }} {{ assignee.lastName }}
           <span ng-if="!(assignee.firstName || assignee.lastName)">{{ assignee.id }}</span>
         </li>`
      )
};

const tasklist = window.angular.module('cam.tasklist.custom');

tasklist.decorator('localeLoader', [
  '$delegate',
  load => options => load(options).then(labels => ({ ...labels, ...words[options.key] }))
]);

Object.entries(templates).forEach(([directive, better]) =>
  tasklist.decorator(`${directive}Directive`, [
    '$delegate',
    ([first, ...others]) => [Object.assign(first, { template: better(first.template) }), ...others]
  ])
);

// Asked again as soon as it is known by which clock.
tasklist.filter('daysAway', () => Object.assign(when => when && daysAway(when), { $stateful: true }));

// English is loaded as well, for what is not translated, and would be the language of dates where it comes last.
tasklist.run([
  '$rootScope',
  'amMoment',
  (root, dates) => root.$on('$translateLoadingSuccess', () => dates.changeLocale(language))
]);

// The configuration says them in English, and knows nobody who reads them.
const shortcuts = Object.values(window.camTasklistConf?.shortcuts ?? {});
shortcuts.forEach(shortcut => {
  shortcut.description = words[language][shortcut.description] ?? shortcut.description;
});

// They move about in the lists, where the council works.
tasklist.run([
  '$rootScope',
  root =>
    root.$on('authentication.changed', (event, authentication) =>
      document.body.classList.toggle('mentoring-in-lists', authentication?.authorizedApps?.includes('cockpit') ?? false)
    )
]);

// Whoever logs in may read another language than the browser said before.
tasklist.run([
  '$rootScope',
  root =>
    root.$on('authentication.login.success', async () => {
      const answer = await fetch('/camunda/language.js');
      if (answer.ok && !(await answer.text()).includes(`'${spoken}'`)) {
        window.location.reload();
      }
    })
]);

document.documentElement.lang = language;
document.querySelector('link[rel=icon]').href =
  `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/styles/logo.svg`;
