import { element, facts } from './dom.js';
import { goalsOf, planOf } from './goals.js';
import { landingTexts as texts } from './landing-texts.js';
import { recognitions } from './recognitions.js';
import { caseText, day, daysAway, inOrder, language, moment, momentAt, startText } from './texts.js';

const MEETINGS = '/camunda/api/tasklist/plugin/mentoring/default/meetings';
const EVERYTHING = '/camunda/api/tasklist/plugin/mentoring/default/everything-about-me';

export function draw(mine) {
  return [
    element('p', { class: 'mentoring-lead' }, lead(mine)),
    ...(mine.operator ? [lookingAfter()] : askToBeReachable(mine)),
    ...(mine.lastDay ? [element('p', { class: 'mentoring-note' }, texts.leavingOn(day(mine.lastDay)))] : []),
    element(
      'div',
      { class: 'mentoring-columns' },
      element(
        'div',
        {},
        waiting(mine),
        underWay(mine),
        myMentor(mine),
        mySessions(mine),
        mentorsCall(mine),
        mine.asMentor && myMentees(mine),
        mine.asMentor && asMentor(mine)
      ),
      element('div', {}, whatICanDo(mine.starts), contacts(mine), recognitions(), whatIsKept())
    )
  ];
}

/** Comes by itself, for mentors and for whoever may have news for everybody, which is the council. */
function mentorsCall({ asMentor, starts }) {
  const place = (asMentor || starts.some(({ process }) => process === 'programme-update')) && element('div', {});
  place && import('./mentors-call.js').then(({ fill }) => fill(place)).catch(console.error);
  return place;
}

/** How much waits, in one sentence; what somebody could do and need not is not counted. */
function lead({ firstName, tasks, council, offered }) {
  const mine = tasks.filter(({ optional }) => !optional);
  const late = [...mine, ...council].filter(({ overdue }) => overdue).length;
  return [
    texts.helloTo(firstName),
    mine.length + council.length + offered.length > 0 && texts.howMuch(mine.length, council.length, offered.length),
    late > 0 && texts.howMuchIsLate(late),
    texts.onlyYou
  ]
    .filter(Boolean)
    .join(' ');
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

/** Whoever keeps the application running has their work elsewhere. */
function lookingAfter() {
  return section(
    texts.lookingAfter,
    element(
      'ul',
      {},
      Object.entries(texts.lookingAfterIn).map(([app, what]) =>
        element('li', {}, element('a', { href: `/camunda/app/${app}/` }, what))
      )
    )
  );
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

function myMentor({ rep, withMentor, asMentor, mentorAway, mentorGone, told, starts }) {
  if (withMentor) {
    return section(
      texts.myMentor,
      together(withMentor, told),
      mentorGone && element('p', { class: 'mentoring-note' }, texts.mentorGone(withMentor.name)),
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
  // Who guides others, or is no rep, need not be told that nobody guides them.
  return rep && !asMentor ? section(texts.myMentor, element('p', {}, texts.noMentor), lookForOne(starts)) : null;
}

function lookForOne(starts) {
  const start = starts.find(({ process, whom }) => process === 'rep-onboarding' && whom === 'ONESELF');
  return (
    start !== undefined &&
    element('p', {}, element('a', { class: 'btn btn-primary', href: '#/?processStart=rep-onboarding' }, startText(start)[0]))
  );
}

/** When there are sessions with others, which take nobody's place, and what was written down of those there were. */
function mySessions({ sessions }) {
  return sessions.length === 0
    ? null
    : section(
        texts.mySessions,
        sessions.map(({ name, startsAt, workedOn, whatNext, meeting }) =>
          element(
            'article',
            { class: 'mentoring-card' },
            element('h3', {}, texts.sessionWith(name, day(startsAt))),
            nextMeeting(meeting, name),
            facts([
              [texts.workedOn, workedOn],
              [texts.whatNext, whatNext]
            ])
          )
        )
      );
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
    nextMeeting(mentorship.meeting, mentorship.name),
    agendaOf(mentorship),
    facts([
      [texts.reach, told[mentorship.name]?.reach ?? texts.notTold],
      [texts.about, told[mentorship.name]?.about],
      [texts.since, day(mentorship.beganOn)],
      [texts.until, day(mentorship.committedUntil)],
      [texts.channel, mentorship.channel],
      [texts.contactEvery, mentorship.contactEvery],
      [texts.talkedOn, mentorship.talkedOn && day(mentorship.talkedOn)],
      [texts.lastMeeting, plan && day(plan.heldOn)],
      [texts.support, plan?.support]
    ]),
    mentorship.channel || mentorship.contactEvery || plan ? null : element('p', {}, texts.nothingAgreed),
    goalsOf(mentorship),
    plan && planOf(mentorship)
  );
}

/** What they could talk about when that is near, which few read on most days. */
function agendaOf({ agenda }) {
  const place = agenda && element('div', {});
  place && import('./agenda.js').then(({ drawn }) => place.append(drawn(agenda)), console.error);
  return place;
}

/** When the two meet, as both their clocks show it. */
function nextMeeting(meeting, other) {
  return meeting
    ? element(
        'p',
        { class: 'mentoring-note' },
        element('strong', {}, texts.meeting),
        `: ${moment(meeting.startsAt)} (${daysAway(meeting.startsAt)})`,
        timeAt(meeting.startsAt, meeting.zone, other),
        element('br', {}),
        `${texts.where}: ${meeting.place}`,
        element('br', {}),
        element(
          'a',
          { href: `${MEETINGS}/${encodeURIComponent(meeting.id)}.ics`, download: 'meeting.ics' },
          texts.intoMyCalendar
        )
      )
    : null;
}

function timeAt(iso, zone, other) {
  const there = momentAt(iso, zone);
  return there && there !== moment(iso) ? texts.thatIs(there, other) : null;
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
        [texts.feedbackAvailability, mean(feedback.availability)],
        [texts.feedbackListening, mean(feedback.listening)],
        [texts.feedbackUsefulness, mean(feedback.usefulness)],
        [texts.feedbackClarity, mean(feedback.clarity)]
      ])
    ]
  );
}

const MEAN = new Intl.NumberFormat(language, { minimumFractionDigits: 1 });
const mean = text => text && MEAN.format(Number(text));

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
      .map(({ id, name, since, due, overdue, optional }) =>
        element(
          'li',
          {},
          element('a', { href: taskAddress(id) }, name),
          tasks.filter(other => other.name === name).length > 1 &&
            element('span', { class: 'mentoring-quiet' }, `${texts.askedOn(moment(since))} `),
          !optional && due && until(due, overdue)
        )
      )
  );
}

function taskAddress(id) {
  return `#/?task=${encodeURIComponent(id)}`;
}

function until(due, overdue) {
  return element('span', { class: overdue && 'mentoring-overdue' }, texts.dueOn(`${daysAway(due)} (${day(due)})`, overdue));
}

/** What is under way for somebody alone, and what they have with their mentor and their mentees. */
function underWay({ cases, withMentor, withMentees }) {
  const all = [
    ...cases.map(one => caseCard(one, caseText(one))),
    ...[withMentor, ...withMentees]
      .filter(Boolean)
      .flatMap(({ name, cases }) => cases.map(one => caseCard(one, texts.pairCase(one, name))))
  ];
  return all.length === 0 ? null : section(texts.counted(texts.underWay, all.length), all);
}

function caseCard({ since, stages, awaited, choices }, title) {
  return element(
    'article',
    { class: 'mentoring-card' },
    element('h3', {}, title),
    stageBar(stages),
    awaited.length > 0
      ? element('ul', { class: 'mentoring-awaited' }, awaitedOnes(awaited))
      : element('p', {}, texts.nobodyAwaited),
    element('p', { class: 'mentoring-quiet' }, texts.begunOn(day(since))),
    choices.length === 0
      ? null
      : element(
          'ul',
          { class: 'mentoring-choices', 'aria-label': texts.youCan(title) },
          choices.map(choice => element('li', {}, element('a', { href: taskAddress(choice.taskId) }, texts.choice(choice))))
        )
  );
}

const MOST_NAMED = 3;
const STATES = { DONE: 'done', NOW: 'now', AHEAD: 'ahead' };

function stageBar(stages) {
  return stages.length === 0
    ? null
    : element(
        'ol',
        { class: 'mentoring-stages', 'aria-label': texts.howFar },
        stages.map(({ name, state }) =>
          element(
            'li',
            { class: `mentoring-stage-${STATES[state]}`, 'aria-current': state === 'NOW' && 'step' },
            name,
            element('span', { class: 'sr-only' }, ` (${texts[STATES[state]]})`)
          )
        )
      );
}

/** News can wait for hundreds of mentors: the first few are named, and how many more there are. */
function awaitedOnes(awaited) {
  const named = awaited.length > MOST_NAMED + 1 ? awaited.slice(0, MOST_NAMED) : awaited;
  const more = awaited.length - named.length;
  return [
    ...named.map(one => element('li', {}, awaitedWords(one))),
    more > 0 && element('li', {}, texts.awaitedMore(more))
  ];
}

function awaitedWords({ who, name, taskId, task, what, due, overdue }) {
  const until = due && (overdue ? texts.wasDue : texts.untilDay)(day(due), daysAway(due));
  return who === 'ME'
    ? [
        `${texts.waitsForMe} `,
        element('a', { href: taskAddress(taskId) }, what),
        until && element('span', { class: overdue && 'mentoring-overdue' }, `, ${until}`)
      ]
    : [texts.awaited[who](name, task && (texts.tasks[task] ?? what)), until && `, ${until}`];
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
