// What texts.js says, in German.
export const pages = {
  myMentorship: 'Mein Mentoring',
  mentors: 'Mentoren',
  howItWorks: 'So läuft es',
  loading: 'Einen Moment bitte …',
  loggedOut: 'Du wurdest inzwischen abgemeldet.',
  logInAgain: 'Neu anmelden',
  failed: 'Das lässt sich gerade nicht zeigen. Bitte versuche es etwas später noch einmal.',

  myMentor: 'Wer mich begleitet',
  noMentor: 'Du hast keinen Mentor.',
  myMentees: 'Wen ich begleite',
  noMentees: 'Zurzeit niemanden. Wenn jemand einen Mentor sucht, steht es unter „Aufgaben, die ich übernehmen kann“.',
  reach: 'Zu erreichen',
  about: 'Über die Person',
  notTold: 'dir hier nicht gesagt',
  notReachable: 'Du hast noch nicht gesagt, wie dein Mentor, deine Mentees und andere dich erreichen.',
  sayIt: 'In „Mein Profil“ sagen',
  contacts: 'Kontaktpersonen des Rats',
  contactsFor: 'Sie kümmern sich um die Mentorings. Wende dich mit allem an sie.',
  coveredMentees: 'Ihre Mentees in dieser Zeit',
  moreThanPlaces: (guiding, capacity) =>
    `Du begleitest ${guiding} und möchtest höchstens ${capacity}: Alle bleiben, und niemand Neues kommt dazu, bis es weniger sind.`,
  since: 'Gemeinsam seit',
  until: 'Vereinbart bis',
  channel: 'Wir halten Kontakt über',
  contactEvery: 'Wie oft',
  talkedOn: 'Zuletzt gesprochen',
  lastMeeting: 'Letztes Jahresgespräch',
  support: 'Nötige Hilfe',
  nothingAgreed: 'Wie ihr Kontakt haltet, ist noch nicht festgehalten.',
  mentorAway: (name, backOn, cover) =>
    `${name} ist verreist und am ${backOn} zurück. ${cover ? `Wende dich bis dahin bitte an ${cover}.` : 'Wende dich bis dahin bitte an die Kontaktpersonen.'}`,
  mentorGone: name =>
    `${name} ist nicht mehr als Mentor da. Der Rat entscheidet, wie es weitergeht, und du erfährst es per Mail; du brauchst nichts zu tun. Wenn du magst, wende dich an eine Kontaktperson.`,
  leavingOn: lastDay =>
    `Du verlässt das Programm; dein letzter Tag ist der ${lastDay}. Bis er vorbei ist, kannst du doch bleiben: „Noch einmal über das Gehen nachdenken“ steht unten für dich bereit.`,
  asMentor: 'Als Mentor',
  places: 'Freie Plätze',
  placesOf: (free, capacity) => `${free} von ${capacity}`,
  noNewMentees: 'Niemand Neues bis',
  lastDay: 'Letzter Tag als Mentor',
  away: 'Abwesend',
  awayUntil: (backOn, cover) => `zurück am ${backOn}, ${cover ? `${cover} vertritt dich` : 'niemand vertritt dich'}`,
  covers: 'Du vertrittst',
  coversUntil: (name, backOn) => `${name}, zurück am ${backOn}`,
  feedback: 'Was meine Mentees sagen',
  feedbackMeans: answers => `Was ${answers} Antworten auf die jährliche Rückmeldung ergeben, von 1 bis 5. Wer was gesagt hat, bleibt vertraulich.`,
  feedbackAvailability: 'Ich war erreichbar',
  feedbackListening: 'Ihnen wurde zugehört',
  feedbackUsefulness: 'Es war nützlich für sie',
  feedbackClarity: 'Es war klar, was jeder von uns tut',
  waitingForMe: 'Was auf mich wartet',
  waitingForCouncil: 'Was auf den Rat wartet',
  couldTake: 'Was ich übernehmen könnte',
  whenItSuits: 'Wenn ich mag',
  counted: (what, count) => `${what} (${count})`,
  nothingWaits: 'Nichts wartet auf dich.',
  dueOn: when => `fällig ${when}`,
  whatICanDo: 'Was ich jetzt tun kann',
  whatIsKept: 'Was über mich gespeichert ist',
  everythingAboutMe: 'Alles, was über mich gespeichert ist',
  everythingFor: '– zum Lesen, zum Drucken oder für ein anderes Programm. Nur du bekommst es.',
  nothingToStart: 'Hier gibt es für dich nichts zu beginnen.',

  mentorsIntro: 'Wer in diesem Programm andere begleitet, wobei sie helfen können und wer einen freien Platz hat. Wo du um jemanden bitten kannst, für dich oder für einen Rep, steht ein Knopf daneben.',
  filter: 'Nach Name, Fähigkeit oder Sprache suchen',
  found: (shown, all) => (shown === all ? `Mentoren: ${all}` : `Mentoren: ${shown} von ${all}`),
  noneFound: 'So jemand ist nicht dabei. Bitte versuche es mit weniger oder anderen Wörtern.',
  name: 'Name',
  skills: 'Hilft bei',
  languages: 'Sprachen',
  otherLanguage: 'eine andere Sprache',
  time: 'Uhrzeit dort',
  availability: 'Freie Plätze',
  freePlaces: count => (count === 0 ? 'zurzeit keine' : String(count)),
  backOn: when => `abwesend, zurück am ${when}`,

  afterwards: {
    arrived: 'Danke, das ist angekommen',
    goesOn: 'Was daraus wird, steht in „Mein Mentoring“, und du bekommst eine E-Mail, sobald es etwas für dich zu tun gibt.',
    next: 'Als Nächstes:',
    open: 'Öffnen',
    back: 'Zurück zu meinem Mentoring'
  },

  tasks: {
    Activity_HoldOrientationCall: 'euer erstes Gespräch führen',
    Activity_TakeFirstSteps: 'die ersten Schritte gehen',
    Activity_ReviewOrientation: 'auf die Einführung zurückblicken',
    Activity_HoldFirstCall: 'euer erstes Gespräch verabreden und führen',
    Activity_ArrangeMeeting: 'euer Jahresgespräch verabreden',
    Activity_RecordMeeting: 'euer Jahresgespräch festhalten',
    Activity_ConfirmAgreement: 'eure Vereinbarung bestätigen',
    Activity_CorrectAgreement: 'die Vereinbarung berichtigen'
  },

  starts: {
    'rep-onboarding': {
      ONESELF: ['Einen Mentor suchen', 'Sag, was du erreichen möchtest; wir suchen jemanden, der passt.'],
      SOMEBODY_ELSE: ['Einen Mentor für jemanden suchen', 'Für Kontaktpersonen: im Namen eines Reps ohne Mentor.']
    },
    'mentor-change': {
      ONESELF: ['Meinen Mentor wechseln', 'Das kommt vor und ist kein Drama. Dein Mentor erfährt davon erst, wenn du es möchtest oder es entschieden ist.'],
      SOMEBODY_ELSE: ['Den Mentor eines Reps wechseln', 'Für Kontaktpersonen: im Namen eines Reps.']
    },
    'coaching-training': {
      ONESELF: ['Mentor werden', 'Andere begleiten: eine Schulung, ein Gespräch, und dann fängst du an.'],
      SOMEBODY_ELSE: ['Jemanden als Mentor vorschlagen', 'Du kennst einen Rep, der andere gut begleiten würde.']
    },
    'ask-a-mentor': {
      ONESELF: ['Um eine Sitzung bitten', 'Ein Gespräch mit einem Mentor über etwas, das du lernen möchtest. Es nimmt niemandem den Platz.']
    },
    'how-we-keep-in-touch': {
      ONESELF: ['Wie wir in Kontakt bleiben', 'Wie oft, auf welchem Weg, ein Gespräch für beide Kalender, und ob wir dich fragen.']
    },
    'too-much': {
      ONESELF: ['Es ist gerade zu viel', 'Weniger Mentees, jemand anders für manche von ihnen oder eine Pause. Niemand muss zustimmen.']
    },
    'mentor-absence': {
      ONESELF: ['Als Mentor eine Auszeit nehmen', 'Sag, wann du weg bist; jemand vertritt dich.']
    },
    'mentor-resignation': {
      ONESELF: ['Als Mentor aufhören', 'Deine Mentees bekommen andere Mentoren, und du gehst mit Dank.']
    },
    'welcome-back': {
      SOMEBODY_ELSE: ['Jemanden wieder aufnehmen', 'Für Kontaktpersonen: Dieselbe Person findet wieder, was ihr gehört.']
    },
    'erase-person': {
      SOMEBODY_ELSE: ['Jemanden löschen, der gegangen ist', 'Für Kontaktpersonen: wenn die Person darum bittet. Sie erfährt, bis wann sie noch zurückkommen kann.']
    },
    'programme-update': {
      SOMEBODY_ELSE: ['Neuigkeiten an alle schicken', 'Für den Rat: Mentoren geben sie weiter.']
    },
    'mentors-call': {
      SOMEBODY_ELSE: ['Ein Gespräch aller Mentoren ansetzen', 'Für Kontaktpersonen: einmal oder immer wieder, mit einer Tagesordnung, zu der alle beitragen.']
    },
    'mentor-inactivity': {
      SOMEBODY_ELSE: ['Einen stillen Mentor melden', 'Für Kontaktpersonen: Wir fragen freundlich nach.']
    },
    'recognise-somebody': {
      ONESELF: ['Anerkennung aussprechen', 'Sag, was jemand gut gemacht hat; der Rat gibt es weiter.']
    },
    'make-a-suggestion': {
      ONESELF: ['Einen Vorschlag machen', 'Was könnte besser sein? Alle lesen, was daraus wird.']
    },
    'my-profile': {
      ONESELF: ['Mein Profil', 'Wie du zu erreichen bist, über dich, was du kannst und lernen möchtest; als Mentor auch wie viele Mentees.']
    },
    'mail-settings': {
      ONESELF: ['Meine E-Mail-Einstellungen', 'Welche E-Mails du bekommen möchtest.']
    },
    'raise-concern': {
      ONESELF: ['Ein Anliegen melden', 'Vertraulich: Nur Kontaktpersonen, die nicht beteiligt sind, lesen es.']
    },
    'leave-programme': {
      ONESELF: ['Das Programm verlassen', 'Niemand wird vergessen, und bis dein letzter Tag vorbei ist, kannst du es dir anders überlegen.'],
      SOMEBODY_ELSE: ['Melden, dass jemand geht', 'Für Kontaktpersonen: Die Person erfährt davon und kann sagen, dass sie bleibt.']
    }
  }
};

// What tasklist-words.js says in English, and what Tasklist does not translate.
export const ofTasklist = {
  'My tasks': 'Meine Aufgaben',
  'What is waiting for you.': 'Was auf dich wartet.',
  'Tasks I can take': 'Aufgaben, die ich übernehmen kann',
  'What you or somebody else could do. Claim a task to make it yours.':
    'Was du oder jemand anderes tun könnte. Übernimm eine Aufgabe, damit es deine wird.',
  'Council queue': 'Aufgaben des Rats',
  'What waits for you or somebody else of the council. Claim a task to make it yours.':
    'Was auf dich oder jemand anderen im Rat wartet. Übernimm eine Aufgabe, damit es deine wird.',
  Overdue: 'Überfällig',
  'What should have been done by now.': 'Was schon getan sein sollte.',
  'takes the chosen task': 'übernimmt die gewählte Aufgabe',
  'goes to the first list': 'geht zur ersten Liste',
  'goes to the first task in the list': 'geht zur ersten Aufgabe in der Liste',
  'goes to the first field of the form': 'geht zum ersten Feld des Formulars',
  'opens what you can start': 'öffnet, was du beginnen kannst',
  ASSIGN_NOTE_PROCESS: 'Das wartet als Nächstes auf dich',
  AUTH_LOGOUT_THANKS: 'Danke, dass du dabei bist. Einen schönen {{dayContext}}!',
  CLICK_PROCESS_TO_START: 'Wähle, was du tun möchtest.',
  COMPLETE_ERROR: 'Noch nicht abgeschickt. Bitte prüfe deine Antworten.',
  CREATION: 'Erstellt',
  NO_AVAILABLE_FILTER: 'Hier gibt es keine Aufgaben für dich.',
  NO_MATCHING_TASK: 'Hier wartet nichts auf dich. Was du tun kannst:',
  NO_PROCESS_DEFINITION_AVAILABLE: 'Hier gibt es für dich nichts zu beginnen.',
  PAGE_LOGIN_ERROR_MSG: 'Bitte prüfe Benutzername und Passwort. Wenn sie stimmen, ist das hier nicht für dich; Cockpit und Admin findest du hinter dem Haus ganz oben.',
  PROCESS_START_ERROR: 'Noch nicht begonnen. Bitte prüfe deine Antworten.',
  PROCESS_START_OK: 'Danke, das ist angekommen.',
  SELECT_TASK_IN_LIST: 'Wähle eine Aufgabe aus der Liste, um zu sehen, worum es geht.',
  TASK_HAS_BEEN_REMOVED: 'Diese Aufgabe ist erledigt, oder jemand anderes hat sie übernommen.'
};

// What landing-texts.js says in English.
export const landing = {
  askForThisMentor: 'Um diesen Mentor bitten',
  askForThem: name => `Um diesen Mentor bitten: ${name}`,
  askForSession: 'Um eine Sitzung bitten',
  askThemForSession: name => `Um eine Sitzung bitten: ${name}`,
  mySessions: 'Meine Sitzungen',
  sessionWith: (name, when) => `${name}, ${when}`,
  workedOn: 'Woran wir gearbeitet haben',
  whatNext: 'Was als Nächstes kommt',
  helloTo: name => `Hallo ${name}!`,
  howMuch: (mine, council, offered) =>
    [
      mine > 0 && `Auf dich ${mine === 1 ? 'wartet eine Sache' : `warten ${mine} Sachen`}.`,
      council > 0 && `Auf den Rat ${council === 1 ? 'wartet eine Sache' : `warten ${council} Sachen`}.`,
      offered > 0 && `Übernehmen könntest du ${offered === 1 ? 'eine Sache' : `${offered} Sachen`}.`
    ]
      .filter(Boolean)
      .join(' '),
  lookingAfter: 'Du betreust die Anwendung',
  lookingAfterIn: {
    cockpit: 'Cockpit: was läuft, was misslungen ist, und wie ein Programm einzieht',
    admin: 'Admin: Personen und ihre Gruppen'
  },
  howMuchIsLate: late => (late === 1 ? 'Eine Sache ist überfällig.' : `${late} sind überfällig.`),
  onlyYou: 'Diese Seite siehst nur du.',
  underWay: 'Was gerade läuft',
  howFar: 'Wie weit es ist',
  done: 'erledigt',
  now: 'jetzt',
  ahead: 'kommt noch',
  begunOn: since => `Begonnen am ${since}.`,
  untilDay: (day, away) => `bis ${day} (${away})`,
  wasDue: (day, away) => `fällig am ${day} (${away})`,
  waitsForMe: 'Es ist bei dir:',
  nobodyAwaited: 'Zurzeit musst du nichts tun; es geht von selbst weiter.',
  awaited: {
    NAME: (name, what) => (what ? `Es ist bei ${name}: ${what}` : `Es ist bei ${name}`),
    MENTOR: () => 'Ein Mentor ist gefragt',
    COUNCIL: () => 'Es ist beim Rat'
  },
  awaitedMore: more => `und bei ${more} weiteren`,
  youCan: title => `Was du tun kannst: ${title}`,
  meeting: 'Nächstes Treffen',
  where: 'Wo',
  thatIs: (when, other) => `; für ${other} ist das ${when}`,
  intoMyCalendar: 'In meinen Kalender (.ics)',
  askedOn: when => `gefragt am ${when}`,
  recognisedFor: 'Wofür ich Anerkennung bekomme',
  recognisedPeople: 'Anerkennung für das, was sie tun',
  recognisedBy: (by, when) => `${by}, ${when}`,
  recognitionShown: 'Alle dürfen es lesen.',
  recognitionHidden: 'Nur du und der Rat lesen es.',
  showRecognition: 'Alle lesen lassen',
  hideRecognition: 'Wieder für mich behalten',
  pairCases: {
    'rep-onboarding': name => `Am Anfang mit ${name}`,
    'first-call': name => `Erstes Gespräch mit ${name}`,
    'yearly-check-in': name => `Jahresgespräch mit ${name}`
  },
  choices: {
    Activity_StopOnboarding: 'Aufhören',
    Activity_Withdraw: 'Meinen Wunsch zurücknehmen',
    Activity_TakeBackSearch: 'Die Suche zurücknehmen',
    Activity_WithdrawResignation: 'Zurücknehmen und Mentor bleiben',
    Activity_StayAfterAll: 'Absagen und bleiben',
    Activity_BackEarly: 'Ich bin schon zurück',
    Activity_ThinkAgain: 'Es mir anders überlegen und bleiben',
    Activity_WithdrawNews: 'Die Neuigkeit zurücknehmen',
    Activity_MoveSession: 'Verlegen oder absagen',
    Activity_TakeBackAsk: 'Zurücknehmen',
    Activity_MoveFirstCall: 'Das Gespräch verlegen',
    Activity_MoveMeeting: 'Das Gespräch verlegen',
    Activity_MoveCall: 'Das Gespräch verlegen',
    Activity_ReadTrainingAnswer: 'Die Antwort lesen'
  }
};

// What goal-texts.js says in English.
export const goals = {
  goals: {
    title: 'Unsere Ziele',
    none: 'Noch keine Ziele. Beide von euch können sie aufschreiben, abhaken und ändern; beide sehen, wer was getan hat.',
    fresh: 'Ein neues Ziel',
    add: 'Ziel hinzufügen',
    history: 'Was aus unseren Zielen geworden ist'
  },
  plan: {
    title: 'Unser Plan für das Jahr',
    none: 'Noch keine Punkte. Beide von euch können sie aufschreiben, abhaken und ändern; beide sehen, wer was getan hat.',
    fresh: 'Ein neuer Punkt unseres Plans',
    add: 'Punkt hinzufügen',
    history: 'Was aus unserem Plan geworden ist'
  },
  edit: 'Ändern',
  keep: 'So festhalten',
  cancel: 'So lassen',
  drop: 'Fallen lassen',
  takeUp: 'Wieder aufnehmen',
  dropped: 'Fallen gelassen',
  kept: 'Festgehalten. Ihr seht es beide.',
  tooLate: 'Das wurde gerade eben geändert, von der anderen Person oder in einem anderen Fenster. Bitte sieh nach, wie es jetzt steht.',
  standsNow: words => `Jetzt steht da „${words}“. Deine Worte stehen noch im Feld: Halte sie fest, oder lass es, wie es ist.`,
  youWrote: words => `Du hast „${words}“ geschrieben.`,
  forgotten: '(wer es schrieb, ist nicht mehr dabei)',
  change: (kind, by, words) =>
    `${by ?? 'Du'}: „${words}“ ${{ WRITTEN: 'aufgeschrieben', REWORDED: 'als neuer Wortlaut', REACHED: 'abgehakt', TAKEN_UP: 'wieder aufgenommen', DROPPED: 'fallen gelassen' }[kind]}`
};

// What field-texts.js says in English.
export const fields = {
  searchList: 'Zum Suchen tippen',
  skipChosen: 'Weiter zur Suche',
  removeChosen: chosen => `Entfernen: ${chosen}`,
  digest: gets => (gets ? 'Zurzeit bekommst du sie.' : 'Zurzeit bekommst du sie nicht.'),
  noneInList: 'So etwas steht nicht in der Liste.',
  clock: (time, name, city, day) => `${time} bei ${name ?? 'dir'} in ${city}${day ? ` am ${day}` : ''}`,
  clocks: (one, two) => `${one} ist ${two}.`,
  sameClock: (name, time) => `Bei ${name} ist es dann auch ${time}.`
};

// What question.js says in English.
export const question = {
  title: 'Hier weggehen?',
  keptInPage: 'Was du geschrieben hast, steht nur in diesem Fenster. Es bleibt da, bis du es abschickst, dich abmeldest oder das Fenster schließt oder neu lädst.',
  keptNowhere: 'Was du geschrieben hast, ist nirgends gespeichert. Wenn du weggehst, ist es weg.',
  stay: 'Weiterschreiben',
  leave: 'Weggehen'
};

// What mentors-call-texts.js says in English.
export const call = {
  title: 'Das Gespräch aller Mentoren',
  none: 'Es ist keines angesetzt. Was du hier schreibst, wartet auf das nächste.',
  hostIs: name => `${name} leitet es.`,
  again: 'Es kommt immer wieder.',
  agenda: 'Auf der Tagesordnung',
  empty: 'Noch nichts.',
  suggestions: count =>
    count === 1 ? 'Ein Vorschlag, auf den niemand geantwortet hat' : `${count} Vorschläge, auf die niemand geantwortet hat`,
  fresh: 'Worüber möchtest du sprechen?',
  add: 'Auf die Tagesordnung setzen',
  takeBack: 'Zurücknehmen',
  takeBackThis: words => `Zurücknehmen: ${words}`,
  added: 'Es steht auf der Tagesordnung. Alle Mentoren sehen es.',
  takenBack: 'Zurückgenommen.',
  last: 'Was zuletzt besprochen wurde',
  callOn: (when, host) => `${when}, geleitet von ${host}`,
  notes: 'Was besprochen wurde',
  decisions: 'Was entschieden wurde'
};
