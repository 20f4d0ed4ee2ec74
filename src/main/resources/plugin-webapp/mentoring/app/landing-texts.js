// What the page "My mentorship" says of what is under way, and of two who are together. Comes with it.
import { language, texts } from './texts.js';

const english = {
  askForThisMentor: 'Ask for this mentor',
  askForThem: name => `Ask for this mentor: ${name}`,
  helloTo: name => `Hello ${name}!`,
  howMuch: (mine, council, offered) =>
    [
      mine > 0 && `${mine === 1 ? 'One thing waits' : `${mine} things wait`} for you.`,
      council > 0 && `${council === 1 ? 'One thing waits' : `${council} things wait`} for the council.`,
      offered > 0 && `You could take ${offered === 1 ? 'one thing' : `${offered} things`}.`
    ]
      .filter(Boolean)
      .join(' '),
  howMuchIsLate: late => (late === 1 ? 'One is late.' : `${late} are late.`),
  onlyYou: 'Only you see this page.',
  underWay: 'Under way',
  howFar: 'How far it is',
  done: 'done',
  now: 'now',
  ahead: 'still to come',
  begunOn: since => `Begun on ${since}.`,
  untilDay: (day, away) => `until ${day} (${away})`,
  wasDue: (day, away) => `due on ${day} (${away})`,
  waitsForMe: 'It waits for you:',
  nobodyAwaited: 'Nobody has to do anything at the moment; it goes on by itself.',
  awaited: {
    NAME: (name, what) => (what ? `It waits for ${name}: ${what}` : `It waits for ${name}`),
    MENTOR: () => 'It waits for the answer of a mentor',
    COUNCIL: () => 'It waits for the council'
  },
  youCan: title => `What you can do: ${title}`,
  meeting: 'Next meeting',
  where: 'Where',
  thatIs: (when, other) => `, which is ${when} for ${other}`,
  intoMyCalendar: 'Put it into my calendar (.ics)',
  askedOn: when => `asked on ${when}`,
  pairCases: {
    'rep-onboarding': name => `Getting started with ${name}`,
    'first-call': name => `First call with ${name}`,
    'yearly-check-in': name => `Yearly meeting with ${name}`
  },
  stages: {},
  choices: {
    Activity_StopOnboarding: 'Stop it',
    Activity_Withdraw: 'Take my wish back',
    Activity_TakeBackSearch: 'Take it back',
    Activity_WithdrawResignation: 'Take it back and stay a mentor',
    Activity_StayAfterAll: 'Call it off and stay',
    Activity_BackEarly: 'I am back already',
    Activity_ThinkAgain: 'Think again and stay',
    Activity_WithdrawNews: 'Take the news back',
    Activity_MoveFirstCall: 'Move the call',
    Activity_MoveMeeting: 'Move the meeting',
    Activity_MoveCall: 'Move the call',
    Activity_ReadTrainingAnswer: 'Read the answer'
  }
};

const german = {
  askForThisMentor: 'Um diesen Mentor bitten',
  askForThem: name => `Um diesen Mentor bitten: ${name}`,
  helloTo: name => `Hallo ${name}!`,
  howMuch: (mine, council, offered) =>
    [
      mine > 0 && `Auf dich ${mine === 1 ? 'wartet eine Sache' : `warten ${mine} Sachen`}.`,
      council > 0 && `Auf den Rat ${council === 1 ? 'wartet eine Sache' : `warten ${council} Sachen`}.`,
      offered > 0 && `Übernehmen könntest du ${offered === 1 ? 'eine Sache' : `${offered} Sachen`}.`
    ]
      .filter(Boolean)
      .join(' '),
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
  nobodyAwaited: 'Zurzeit muss niemand etwas tun; es geht von selbst weiter.',
  awaited: {
    NAME: (name, what) => (what ? `Es ist bei ${name}: ${what}` : `Es ist bei ${name}`),
    MENTOR: () => 'Ein Mentor ist gefragt',
    COUNCIL: () => 'Es ist beim Rat'
  },
  youCan: title => `Was du tun kannst: ${title}`,
  meeting: 'Nächstes Treffen',
  where: 'Wo',
  thatIs: (when, other) => `; für ${other} ist das ${when}`,
  intoMyCalendar: 'In meinen Kalender (.ics)',
  askedOn: when => `gefragt am ${when}`,
  pairCases: {
    'rep-onboarding': name => `Am Anfang mit ${name}`,
    'first-call': name => `Erstes Gespräch mit ${name}`,
    'yearly-check-in': name => `Jahresgespräch mit ${name}`
  },
  stages: {
    'Ask mentors': 'Mentoren fragen',
    Meet: 'Kennenlernen',
    Call: 'Gespräch',
    'First steps': 'Erste Schritte',
    'Look back': 'Rückblick',
    Wish: 'Wunsch',
    Decision: 'Entscheidung',
    'Hand over': 'Übergabe',
    Together: 'Zusammen',
    'First call': 'Erstes Gespräch',
    'In touch': 'In Kontakt',
    'A year together': 'Ein Jahr zusammen',
    Arrange: 'Verabreden',
    Confirm: 'Bestätigen',
    'Next year': 'Nächstes Jahr',
    Ask: 'Fragen',
    Train: 'Schulung',
    'Set up': 'Einrichten',
    'Tell the council': 'Dem Rat sagen',
    'Pass on': 'Weitergeben',
    'Last day': 'Letzter Tag',
    Plan: 'Planen',
    Away: 'Abwesend',
    Back: 'Zurück',
    Said: 'Gesagt',
    'Until the last day': 'Bis zum letzten Tag',
    Left: 'Gegangen',
    'What is enough': 'Was genug ist',
    Kept: 'Festgehalten',
    Raise: 'Melden',
    'Look into': 'Ansehen',
    Settle: 'Klären',
    Read: 'Lesen',
    Write: 'Schreiben',
    'Reach everybody': 'Alle erreichen'
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
    Activity_MoveFirstCall: 'Das Gespräch verlegen',
    Activity_MoveMeeting: 'Das Gespräch verlegen',
    Activity_MoveCall: 'Das Gespräch verlegen',
    Activity_ReadTrainingAnswer: 'Die Antwort lesen'
  }
};

const spanish = {
  askForThisMentor: 'Pedir este mentor',
  askForThem: name => `Pedir este mentor: ${name}`,
  helloTo: name => `¡Hola, ${name}!`,
  howMuch: (mine, council, offered) =>
    [
      mine > 0 && (mine === 1 ? 'Una cosa te espera a ti.' : `${mine} cosas te esperan a ti.`),
      council > 0 && (council === 1 ? 'Una cosa espera al consejo.' : `${council} cosas esperan al consejo.`),
      offered > 0 && `Podrías tomar ${offered === 1 ? 'una cosa' : `${offered} cosas`}.`
    ]
      .filter(Boolean)
      .join(' '),
  howMuchIsLate: late => (late === 1 ? 'Una de ellas ha vencido.' : `${late} de ellas han vencido.`),
  onlyYou: 'Esta página solo la ves tú.',
  underWay: 'En marcha',
  howFar: 'Hasta dónde ha llegado',
  done: 'hecho',
  now: 'ahora',
  ahead: 'todavía por venir',
  begunOn: since => `Empezó el ${since}.`,
  untilDay: (day, away) => `hasta el ${day} (${away})`,
  wasDue: (day, away) => `venció el ${day} (${away})`,
  waitsForMe: 'Te espera a ti:',
  nobodyAwaited: 'Ahora mismo nadie tiene que hacer nada; sigue por sí solo.',
  awaited: {
    NAME: (name, what) => (what ? `Espera a ${name}: ${what}` : `Espera a ${name}`),
    MENTOR: () => 'Espera la respuesta de un mentor',
    COUNCIL: () => 'Espera al consejo'
  },
  youCan: title => `Lo que puedes hacer: ${title}`,
  meeting: 'Próxima reunión',
  where: 'Dónde',
  thatIs: (when, other) => `, que para ${other} es ${when}`,
  intoMyCalendar: 'Ponerlo en mi calendario (.ics)',
  askedOn: when => `preguntado el ${when}`,
  pairCases: {
    'rep-onboarding': name => `Los comienzos con ${name}`,
    'first-call': name => `Primera llamada con ${name}`,
    'yearly-check-in': name => `Reunión anual con ${name}`
  },
  stages: {
    'Ask mentors': 'Preguntar a mentores',
    Meet: 'Conocerse',
    Call: 'Llamada',
    'First steps': 'Primeros pasos',
    'Look back': 'Valoración',
    Wish: 'Deseo',
    Decision: 'Decisión',
    'Hand over': 'Traspaso',
    Together: 'Juntos',
    'First call': 'Primera llamada',
    'In touch': 'En contacto',
    'A year together': 'Un año juntos',
    Arrange: 'Acordar',
    Confirm: 'Confirmar',
    'Next year': 'El próximo año',
    Ask: 'Preguntar',
    Train: 'Formación',
    'Set up': 'Preparar',
    'Tell the council': 'Decírselo al consejo',
    'Pass on': 'Transmitir',
    'Last day': 'Último día',
    Plan: 'Planear',
    Away: 'Fuera',
    Back: 'De vuelta',
    Said: 'Dicho',
    'Until the last day': 'Hasta el último día',
    Left: 'Se fue',
    'What is enough': 'Lo suficiente',
    Kept: 'Guardado',
    Raise: 'Comunicar',
    'Look into': 'Atender',
    Settle: 'Resolver',
    Read: 'Leer',
    Write: 'Escribir',
    'Reach everybody': 'Llegar a todos'
  },
  choices: {
    Activity_StopOnboarding: 'Dejarlo',
    Activity_Withdraw: 'Retirar mi deseo',
    Activity_TakeBackSearch: 'Retirar la búsqueda',
    Activity_WithdrawResignation: 'Retirarla y seguir siendo mentor',
    Activity_StayAfterAll: 'Anularlo y quedarme',
    Activity_BackEarly: 'Ya estoy de vuelta',
    Activity_ThinkAgain: 'Pensarlo de nuevo y quedarme',
    Activity_WithdrawNews: 'Retirar la noticia',
    Activity_MoveFirstCall: 'Cambiar la llamada',
    Activity_MoveMeeting: 'Cambiar la reunión',
    Activity_MoveCall: 'Cambiar la llamada',
    Activity_ReadTrainingAnswer: 'Leer la respuesta'
  }
};

const landing = { en: english, de: german, es: spanish }[language];

landing.stage = name => landing.stages[name] ?? name;
landing.choice = ({ task, name }) => landing.choices[task] ?? name;
landing.pairCase = ({ process, name }, other) => landing.pairCases[process]?.(other) ?? `${name}: ${other}`;

export const landingTexts = { ...texts, ...landing };
