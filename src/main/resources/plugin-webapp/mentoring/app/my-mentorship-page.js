import { element, facts } from './dom.js';
import { page } from './page.js';
import { caseText, day, daysAway, inOrder, startText, texts } from './texts.js';

const EVERYTHING = '/camunda/api/tasklist/plugin/mentoring/default/everything-about-me';

export default page({ path: 'my-mentorship', title: texts.myMentorship, priority: 320, draw });

function draw(mine) {
  return [
    element('p', { class: 'mentoring-lead' }, texts.hello(mine.firstName)),
    ...askToBeReachable(mine),
    element(
      'div',
      { class: 'mentoring-columns' },
      element(
        'div',
        {},
        waiting(mine),
        underWay(mine.cases),
        myMentor(mine),
        mine.asMentor && myMentees(mine),
        mine.asMentor && asMentor(mine)
      ),
      element('div', {}, whatICanDo(mine.starts), contacts(mine), whatIsKept())
    )
  ];
}

function askToBeReachable({ reachable, starts }) {
  return reachable || !starts.some(({ process }) => process === 'my-profile')
    ? []
    : [
        element(
          'p',
          { class: 'mentoring-note' },
          `${texts.notReachable} `,
          element('a', { href: '#/?processStart=my-profile' }, texts.sayIt)
        )
      ];
}

function section(title, ...content) {
  return element('section', {}, element('h2', {}, title), content);
}

/** How to reach these people, as they have told this reader. */
function reachOf(names, told) {
  return facts(names.map(name => [name, told[name]?.reach ?? texts.notTold]));
}

function contacts({ contacts, told }) {
  return contacts.length === 0 ? null : section(texts.contacts, element('p', {}, texts.contactsFor), reachOf(contacts, told));
}

function myMentor({ rep, withMentor, mentorAway, told }) {
  if (withMentor) {
    return section(
      texts.myMentor,
      together(withMentor, told),
      mentorAway && [
        element(
          'p',
          { class: 'mentoring-note' },
          texts.mentorAway(withMentor.name, day(mentorAway.backOn), mentorAway.cover)
        ),
        mentorAway.cover && reachOf([mentorAway.cover], told)
      ]
    );
  }
  return section(texts.myMentor, element('p', {}, rep ? texts.noMentor : texts.notARep));
}

function myMentees({ withMentees, told }) {
  return section(
    texts.myMentees,
    withMentees.length === 0 ? element('p', {}, texts.noMentees) : withMentees.map(mentorship => together(mentorship, told))
  );
}

function together(mentorship, told) {
  const plan = mentorship.plan;
  return element(
    'article',
    { class: 'mentoring-card' },
    element('h3', {}, mentorship.name),
    facts([
      [texts.reach, told[mentorship.name]?.reach ?? texts.notTold],
      [texts.about, told[mentorship.name]?.about],
      [texts.since, day(mentorship.beganOn)],
      [texts.until, day(mentorship.committedUntil)],
      [texts.channel, mentorship.channel],
      [texts.contactEvery, mentorship.contactEvery],
      [texts.lastMeeting, plan && day(plan.heldOn)],
      [texts.plans, plan?.plans],
      [texts.support, plan?.support]
    ]),
    mentorship.channel || mentorship.contactEvery || plan ? null : element('p', {}, texts.nothingAgreed),
    mentorship.waiting.length === 0
      ? null
      : [
          element('h4', {}, texts.waitingFor(mentorship.name)),
          element(
            'ul',
            {},
            mentorship.waiting.map(({ task, name, since, due }) =>
              element('li', {}, texts.waitsSince(texts.tasks[task] ?? name, day(since), due && daysAway(due)))
            )
          )
        ]
  );
}

function asMentor({ asMentor: mentor, withMentees, coveredMentees, told }) {
  const { capacity, freePlaces, noNewMenteesUntil, lastDay, away, covers, feedback } = mentor;
  return section(
    texts.asMentor,
    facts([
      [texts.places, texts.placesOf(freePlaces, capacity)],
      [texts.noNewMentees, noNewMenteesUntil && day(noNewMenteesUntil)],
      [texts.lastDay, lastDay && day(lastDay)],
      [texts.away, away && texts.awayUntil(day(away.backOn), away.cover)],
      ...covers.map(({ name, backOn }) => [texts.covers, texts.coversUntil(name, day(backOn))])
    ]),
    withMentees.length > capacity && element('p', { class: 'mentoring-note' }, texts.moreThanPlaces(withMentees.length, capacity)),
    coveredMentees.length > 0 && [element('h3', {}, texts.coveredMentees), reachOf(coveredMentees, told)],
    feedback && [
      element('h3', {}, texts.feedback),
      element('p', {}, texts.feedbackMeans(feedback.answers)),
      facts([
        [texts.feedbackAvailability, feedback.availability],
        [texts.feedbackListening, feedback.listening],
        [texts.feedbackUsefulness, feedback.usefulness],
        [texts.feedbackClarity, feedback.clarity]
      ])
    ]
  );
}

/** All that waits, what is late first; what somebody may do and need not comes last, without a day. */
function waiting({ tasks, council, offered }) {
  const toDo = tasks.filter(({ optional }) => !optional);
  const lists = [
    [texts.waitingForMe, toDo],
    [texts.waitingForCouncil, council],
    [texts.couldTake, offered],
    [texts.whenItSuits, tasks.filter(({ optional }) => optional)]
  ];
  return [
    toDo.length + council.length + offered.length === 0 && section(texts.waitingForMe, element('p', {}, texts.nothingWaits)),
    lists
      .filter(([, some]) => some.length > 0)
      .map(([title, some]) => section(texts.counted(title, some.length), list(some)))
  ];
}

function list(tasks) {
  return element(
    'ul',
    { class: 'mentoring-tasks' },
    [...tasks]
      .sort((one, other) => other.overdue - one.overdue || (one.due ?? '9').localeCompare(other.due ?? '9'))
      .map(({ id, name, due, overdue, optional }) =>
        element(
          'li',
          {},
          element('a', { href: `#/?task=${encodeURIComponent(id)}`, lang: 'en' }, name),
          !optional && due && until(due, overdue)
        )
      )
  );
}

function until(due, overdue) {
  return element('span', { class: overdue && 'mentoring-overdue' }, texts.dueOn(daysAway(due)));
}

function underWay(cases) {
  return cases.length === 0
    ? null
    : section(
        texts.underWay,
        element(
          'ul',
          {},
          cases.map(started => element('li', {}, texts.underWaySince(caseText(started), day(started.since))))
        )
      );
}

function whatIsKept() {
  return section(
    texts.whatIsKept,
    element('p', {}, element('a', { href: EVERYTHING }, texts.everythingAboutMe), ` ${texts.everythingFor}`)
  );
}

function whatICanDo(starts) {
  return section(
    texts.whatICanDo,
    starts.length === 0
      ? element('p', {}, texts.nothingToStart)
      : element(
          'ul',
          { class: 'mentoring-starts' },
          inOrder(starts).map((start, index) => {
            const [title, purpose] = startText(start);
            const purposeId = `mentoring-start-${index}`;
            return element(
              'li',
              {},
              element(
                'a',
                {
                  class: 'btn btn-default',
                  href: `#/?processStart=${encodeURIComponent(start.process)}`,
                  'aria-describedby': purpose && purposeId
                },
                title
              ),
              purpose && element('p', { id: purposeId }, purpose)
            );
          })
        )
  );
}
