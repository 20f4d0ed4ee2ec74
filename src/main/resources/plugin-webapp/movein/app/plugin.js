// The operator's page "Move in" in Cockpit. Whoever it is not for does not see that there is one.
import { element, json, moment, openPage, table } from '../../../council/static/app/page.js';

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
        reader.onerror = () => reject(new Error('The file could not be read. Please choose it again.'));
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
      ? table('What to mend', ['File', 'Line', 'Column', 'What is wrong'].map(label => ({ label })), rows)
      : null,
    faults.length > SHOWN ? element('p', {}, `These are the first ${SHOWN} of them.`) : null
  ];
}

function form(arrived) {
  const chooser = (id, label) => [
    element('label', { for: id }, label),
    element('input', { id, type: 'file', accept: '.csv,text/csv' })
  ];
  const button = (label, kind) => element('button', { type: 'button', class: `btn ${kind}` }, label);
  const trial = button('Try it', 'btn-primary');
  const arrival = button('Move in', 'btn-default');
  const result = element('div', { class: 'movein-outcome', tabindex: '-1', role: 'status' });
  const people = chooser('movein-people', 'The people (people.csv)');
  const mentorships = chooser('movein-mentorships', 'The mentorships (mentorships.csv)');
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
  trial.addEventListener('click', () => run('trial', 'Each line is looked at. One moment, please.'));
  arrival.addEventListener('click', () => run('arrival', 'One moment, please; a large programme takes a minute.'));
  return section(
    'movein-in',
    'Bring a programme',
    element(
      'p',
      {},
      '“Try it” says what is wrong in the files, line by line, and changes nothing. “Move in” brings all of it, or' +
        ' nothing. The same files twice change nothing; later files add people and mentorships and change what they say.' +
        ' Nobody gets a password, is taken out of a group, or loses a mentor.'
    ),
    element('div', { class: 'movein-form' }, people, mentorships),
    element('div', { class: 'movein-buttons' }, trial, arrival),
    result
  );
}

const people = (number, some) => (number === 1 ? `1 person ${some}` : `${number} people ${some}`);

const PROGRESS = {
  over: 'The link has ended',
  'on-its-way': 'The mail is on its way',
  invited: 'Invited'
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
    result.replaceChildren(element('p', {}, 'One moment, please.'));
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
      result.replaceChildren(element('p', {}, `${people(invited, 'invited')}, ${round.left} to come.`));
    } while (round.left > 0);
    return [
      `${people(invited, 'invited')}. The mails are sent now; with a slow mail server this takes a while.`,
      round.failed ? `With ${people(round.failed, 'it did not work')}; the log says why. Please try again.` : null
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
      button('Send anew', 'btn-default', () =>
        send('invitation', { userId: person.userId }).then(() => [`Another mail to ${person.name} is on its way.`])
      )
    ]);
    rows.forEach(row => row[5].setAttribute('aria-label', `Send anew to ${row[0]}`));
    content.replaceChildren(
      ...[
        now.withoutPassword === 0 ? element('p', {}, 'Everybody who can log in has chosen a password.') : null,
        now.notInvited || now.over
          ? element(
              'div',
              { class: 'movein-buttons' },
              now.notInvited
                ? button(`Invite everybody who has no password yet (${now.notInvited})`, 'btn-primary', () =>
                    inviteAll('new')
                  )
                : null,
              now.over
                ? button(`Send anew to all whose link has ended (${now.over})`, 'btn-default', () => inviteAll('over'))
                : null
            )
          : null,
        now.withoutAddress.length
          ? element(
              'p',
              {},
              `Without a mail address that mails could be sent to: ${now.withoutAddress.join(', ')}. Please set it in Admin,`
                + ' or in a later file.'
            )
          : null,
        rows.length
          ? table(
              'Invited, and without a password yet',
              ['Name', 'User name', 'How far it is', 'Invited', 'Link works until', 'Another mail'].map(label => ({ label })),
              rows
            )
          : null,
        rows.length === SHOWN ? element('p', {}, `These are the first ${SHOWN} of them.`) : null
      ].filter(Boolean)
    );
  };
  const redraw = () => get('invitations').then(draw);
  draw(standing);
  const whole = section(
    'movein-invitations',
    'Invite people',
    element(
      'p',
      {},
      'Whoever is new here has no password. A mail brings each of them a link, which works once and for three days, and' +
        ' by which they choose one. Nobody is invited twice unless you send it anew. Whoever has lost the mail can also choose' +
        ' “I forgot my password” on the login page.'
    ),
    content,
    result
  );
  return { whole, redraw };
}

function render(node) {
  const page = openPage(
    node,
    'Move in',
    element(
      'p',
      { class: 'council-introduction' },
      'Brings a programme that there is already, as two files from a spreadsheet, invites its people, and writes this one' +
        ' into such files. This is for the operator only.'
    )
  );
  get('invitations')
    .then(standing => {
      const { whole, redraw } = invitations(standing, none =>
        page.say(
          none === 0 ? '' : `${people(none, none === 1 ? 'has' : 'have')} not chosen a password yet, and cannot log in.`
        )
      );
      page.content.append(
        form(redraw),
        ...(standing.on ? [whole] : []),
        section(
          'movein-files',
          'What the files look like',
          element(
            'ul',
            { class: 'movein-files' },
            download('example/people-template.csv', 'People, nothing but the columns'),
            download('example/mentorships-template.csv', 'Mentorships, nothing but the columns'),
            download('example/people.csv', 'People, an example'),
            download('example/mentorships.csv', 'Mentorships, an example')
          )
        ),
        section(
          'movein-out',
          'Take this programme out',
          element('p', {}, 'Everybody, and who guides whom now. Keep these files as you would keep a list of addresses.'),
          element(
            'ul',
            { class: 'movein-files' },
            download('people.csv', 'All people'),
            download('mentorships.csv', 'All running mentorships')
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
        .then(({ allowed }) => allowed && node.append(element('a', { href: '#/move-in' }, 'Move in')))
        .catch(() => {});
    }
  },
  { id: 'move-in', pluginPoint: 'cockpit.route', properties: { path: '/move-in' }, render }
];
