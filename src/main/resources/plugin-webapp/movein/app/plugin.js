// The operator's page "Move in" in Cockpit. Whoever it is not for does not see that there is one.
import { columns, element, json, moment, openPage, said, table } from '../../../council/static/app/page.js';

const BASE = document.querySelector('base');
const ENGINE = window.location.pathname.match(/\/app\/cockpit\/([\w-]+)/)[1];
const HERE = `${BASE.getAttribute('cockpit-api').replace(/\/$/, '')}/plugin/movein/${ENGINE}`;

const SHOWN = 200;

const get = path => fetch(`${HERE}/${path}`, { headers: { Accept: 'application/json' } }).then(json);

function send(path, files) {
  const token = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/);
  return fetch(`${HERE}/${path}`, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...(token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {})
    },
    body: JSON.stringify(files)
  }).then(json);
}

/** What is in the file, byte by byte; nothing when none was chosen. */
function content(input) {
  const file = input.files[0];
  return file
    ? new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
        reader.onerror = () => reject(new Error(said('The file could not be read. Please choose it again.')));
        reader.readAsDataURL(file);
      })
    : Promise.resolve(null);
}

const download = (path, label) => element('li', {}, element('a', { href: `${HERE}/${path}`, download: true }, label));

function section(id, heading, ...parts) {
  return element(
    'section',
    { 'aria-labelledby': id, class: 'council-section' },
    element('h2', { id }, heading),
    parts
  );
}

function outcome({ faults, sentences }) {
  const rows = faults
    .slice(0, SHOWN)
    .map(({ file, line, column, sentence }) => [file, line ? String(line) : '', column || '', sentence]);
  return [
    sentences.map(sentence => element('p', {}, sentence)),
    rows.length
      ? table(said('What to mend'), columns(said('File'), said('Line'), said('Column'), said('What is wrong')), rows)
      : null,
    faults.length > SHOWN ? element('p', {}, said('These are the first {shown} of them.', { shown: SHOWN })) : null
  ];
}

function form(arrived) {
  const chooser = (id, label) => [
    element('label', { for: id }, label),
    element('input', { id, type: 'file', accept: '.csv,text/csv' })
  ];
  const button = (label, kind) => element('button', { type: 'button', class: `btn ${kind}` }, label);
  const trial = button(said('Try it'), 'btn-primary');
  const arrival = button(said('Move in'), 'btn-default');
  const result = element('div', { class: 'movein-outcome', tabindex: '-1', role: 'status' });
  const people = chooser('movein-people', said('The people (people.csv)'));
  const mentorships = chooser('movein-mentorships', said('The mentorships (mentorships.csv)'));
  const run = (path, working) => {
    trial.disabled = true;
    arrival.disabled = true;
    result.replaceChildren(element('p', {}, working));
    Promise.all([content(people[1]), content(mentorships[1])])
      .then(([first, second]) => send(path, { people: first, mentorships: second }))
      .then(
        done => {
          result.replaceChildren(...[outcome(done)].flat(Infinity).filter(Boolean));
          return path === 'arrival' ? arrived() : undefined;
        },
        error => result.replaceChildren(element('p', { class: 'council-error', role: 'alert' }, error.message))
      )
      .then(() => {
        trial.disabled = false;
        arrival.disabled = false;
        result.focus();
      });
  };
  trial.addEventListener('click', () => run('trial', said('Each line is looked at. One moment, please.')));
  arrival.addEventListener('click', () => run('arrival', said('One moment, please; a large programme takes a minute.')));
  return section(
    'movein-in',
    said('Bring a programme'),
    element(
      'p',
      {},
      said(
        '“Try it” says what is wrong in the files, line by line, and changes nothing. “Move in” brings all of it, or nothing. The same files twice change nothing; later files add people and mentorships and change what they say. Nobody gets a password, is taken out of a group, or loses a mentor.'
      )
    ),
    element('div', { class: 'movein-form' }, people, mentorships),
    element('div', { class: 'movein-buttons' }, trial, arrival),
    result
  );
}

const invitedSoFar = invited =>
  invited === 1 ? said('1 person invited') : said('{invited} people invited', { invited });

const PROGRESS = {
  over: said('The link has ended'),
  'on-its-way': said('The mail is on its way'),
  invited: said('Invited')
};

/** Those who have no password yet: who was invited when, and a button for each, and for all who wait for one. */
function invitations(standing, tellHowMany) {
  const content = element('div', {});
  const result = element('div', { class: 'movein-outcome', tabindex: '-1', role: 'status' });
  const say = (...parts) => {
    result.replaceChildren(...parts.flat(Infinity).filter(Boolean).map(part => element('p', {}, part)));
    result.focus();
  };
  const fail = error => {
    result.replaceChildren(element('p', { class: 'council-error', role: 'alert' }, error.message));
    result.focus();
  };
  const working = work => {
    content.querySelectorAll('button').forEach(other => {
      other.disabled = true;
    });
    result.replaceChildren(element('p', {}, said('One moment, please.')));
    return work().then(
      parts => redraw().then(() => say(parts)),
      error => redraw().then(() => fail(error))
    );
  };
  const button = (label, kind, work) => {
    const made = element('button', { type: 'button', class: `btn ${kind}` }, label);
    made.addEventListener('click', () => working(work).catch(fail));
    return made;
  };
  // The server writes some hundreds of mails at once, so that nobody waits for an answer for long.
  const inviteAll = async whose => {
    let invited = 0;
    let round;
    do {
      round = await send('invitations', { whose });
      invited += round.invited;
      result.replaceChildren(element('p', {}, said('{invited}, {left} to come.', { invited: invitedSoFar(invited), left: round.left })));
    } while (round.left > 0);
    return [
      said('{invited}. The mails are sent now; with a slow mail server this takes a while.', { invited: invitedSoFar(invited) }),
      round.failed ? said('With {failed} it did not work; the log says why. Please try again.', { failed: round.failed }) : null
    ];
  };
  const draw = now => {
    tellHowMany(now.withoutPassword);
    const rows = now.people.map(person => [
      person.name,
      person.userId,
      PROGRESS[person.progress],
      moment(person.invitedAt),
      moment(person.endsAt),
      button(said('Send anew'), 'btn-default', () =>
        send('invitation', { userId: person.userId }).then(() => [said('Another mail to {name} is on its way.', { name: person.name })])
      )
    ]);
    rows.forEach(row => row[5].setAttribute('aria-label', said('Send anew to {name}', { name: row[0] })));
    content.replaceChildren(
      ...[
        now.withoutPassword === 0 ? element('p', {}, said('Everybody who can log in has chosen a password.')) : null,
        now.notInvited || now.over
          ? element(
              'div',
              { class: 'movein-buttons' },
              now.notInvited
                ? button(said('Invite everybody who has no password yet ({number})', { number: now.notInvited }), 'btn-primary', () =>
                    inviteAll('new')
                  )
                : null,
              now.over
                ? button(said('Send anew to all whose link has ended ({number})', { number: now.over }), 'btn-default', () => inviteAll('over'))
                : null
            )
          : null,
        now.withoutAddress.length
          ? element(
              'p',
              {},
              said('Without a mail address that mails could be sent to: {people}. Please set it in Admin, or in a later file.', {
                people: now.withoutAddress.join(', ')
              })
            )
          : null,
        rows.length
          ? table(
              said('Invited, and without a password yet'),
              columns(said('Name'), said('User name'), said('How far it is'), said('Invited'), said('Link works until'), said('Another mail')),
              rows
            )
          : null,
        rows.length === SHOWN ? element('p', {}, said('These are the first {shown} of them.', { shown: SHOWN })) : null
      ].filter(Boolean)
    );
  };
  const redraw = () => get('invitations').then(draw);
  draw(standing);
  const whole = section(
    'movein-invitations',
    said('Invite people'),
    element(
      'p',
      {},
      said(
        'Whoever is new here has no password. A mail brings each of them a link, which works once and for three days, and by which they choose one. Nobody is invited twice unless you send it anew. Whoever has lost the mail can also choose “I forgot my password” on the login page.'
      )
    ),
    content,
    result
  );
  return { whole, redraw };
}

function render(node) {
  const page = openPage(
    node,
    said('Move in'),
    element(
      'p',
      { class: 'council-introduction' },
      said(
        'Brings a programme that there is already, as two files from a spreadsheet, invites its people, and writes this one into such files. This is for the operator only.'
      )
    )
  );
  get('invitations')
    .then(standing => {
      const { whole, redraw } = invitations(standing, none =>
        page.say(
          none === 0
            ? ''
            : none === 1
              ? said('1 person has not chosen a password yet, and cannot log in.')
              : said('{number} people have not chosen a password yet, and cannot log in.', { number: none })
        )
      );
      page.content.append(
        form(redraw),
        ...(standing.on ? [whole] : []),
        section(
          'movein-files',
          said('What the files look like'),
          element(
            'ul',
            { class: 'movein-files' },
            download('example/people-template.csv', said('People, nothing but the columns')),
            download('example/mentorships-template.csv', said('Mentorships, nothing but the columns')),
            download('example/people.csv', said('People, an example')),
            download('example/mentorships.csv', said('Mentorships, an example'))
          )
        ),
        section(
          'movein-out',
          said('Take this programme out'),
          element('p', {}, said('Everybody, and who guides whom now. Keep these files as you would keep a list of addresses.')),
          element(
            'ul',
            { class: 'movein-files' },
            download('people.csv', said('All people')),
            download('mentorships.csv', said('All running mentorships'))
          )
        )
      );
    })
    .catch(page.fail);
}

export default [
  {
    id: 'move-in-link',
    pluginPoint: 'cockpit.navigation',
    priority: 0,
    checkActive: path => /#\/move-in([/?]|$)/.test(path),
    render: node => {
      get('access')
        .then(({ allowed }) => allowed && node.append(element('a', { href: '#/move-in' }, said('Move in'))))
        .catch(() => {});
    }
  },
  { id: 'move-in', pluginPoint: 'cockpit.route', properties: { path: '/move-in' }, render }
];
