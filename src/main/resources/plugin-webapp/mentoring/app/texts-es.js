// What texts.js says, in Spanish.

export const pages = {
  myMentorship: 'Mi mentoría',
  mentors: 'Mentores',
  howItWorks: 'Cómo funciona',
  loading: 'Un momento, por favor …',
  loggedOut: 'Mientras tanto se ha cerrado tu sesión.',
  logInAgain: 'Iniciar sesión de nuevo',
  failed: 'Ahora mismo no se puede mostrar. Inténtalo de nuevo un poco más tarde, por favor.',

  myMentor: 'Mi mentor',
  noMentor: 'No tienes mentor.',
  myMentees: 'Mis mentees',
  noMentees: 'Nadie en este momento. Cuando un rep busca un mentor, lo encuentras en «Tareas que puedo tomar».',
  reach: 'Cómo contactar',
  about: 'Sobre su persona',
  notTold: 'aquí no te lo ha dicho',
  notReachable: 'Todavía no has dicho cómo pueden contactar contigo tu mentor, tus mentees y otras personas.',
  sayIt: 'Decirlo en «Mi perfil»',
  contacts: 'Contactos del consejo',
  contactsFor: 'Cuidan de las mentorías. Dirígete a ellos con lo que quieras.',
  coveredMentees: 'Sus mentees mientras tanto',
  moreThanPlaces: (guiding, capacity) =>
    `Acompañas a ${guiding} y quieres como máximo ${capacity}: todos se quedan, y no llega nadie nuevo hasta que sean menos.`,
  since: 'Juntos desde',
  until: 'Acordado hasta',
  channel: 'Estamos en contacto por',
  contactEvery: 'Con qué frecuencia',
  talkedOn: 'Hablasteis por última vez',
  lastMeeting: 'Última reunión anual',
  support: 'Ayuda necesaria',
  nothingAgreed: 'Todavía no está anotado cómo estáis en contacto.',
  mentorAway: (name, backOn, cover) =>
    `${name} está fuera y vuelve el ${backOn}. ${cover ? `Hasta entonces dirígete a ${cover}, por favor.` : 'Hasta entonces dirígete a los contactos, por favor.'}`,
  mentorGone: name =>
    `${name} ya no está como mentor. El consejo decide qué pasa ahora, y lo sabrás por correo; no tienes que hacer nada. Si quieres, dirígete a un contacto.`,
  leavingOn: lastDay =>
    `Dejas el programa; tu último día es el ${lastDay}. Hasta que pase puedes quedarte: abajo te espera «Pensar de nuevo si te vas».`,
  asMentor: 'Como mentor',
  places: 'Plazas libres',
  placesOf: (free, capacity) => `${free} de ${capacity}`,
  noNewMentees: 'Sin nuevos mentees hasta',
  lastDay: 'Último día como mentor',
  away: 'Fuera',
  awayUntil: (backOn, cover) => `de vuelta el ${backOn}, ${cover ? `te sustituye ${cover}` : 'nadie te sustituye'}`,
  covers: 'Sustituyes a',
  coversUntil: (name, backOn) => `${name}, que vuelve el ${backOn}`,
  feedback: 'Lo que dicen mis mentees',
  feedbackMeans: answers => `Lo que resulta de ${answers} respuestas a la opinión anual, de 1 a 5. Quién dijo qué queda en confianza.`,
  feedbackAvailability: 'Pudieron contactar conmigo',
  feedbackListening: 'Se sintieron escuchados',
  feedbackUsefulness: 'Les fue útil',
  feedbackClarity: 'Estaba claro qué hace cada uno',
  waitingForMe: 'Lo que me espera',
  waitingForCouncil: 'Lo que espera al consejo',
  couldTake: 'Lo que podría tomar',
  whenItSuits: 'Cuando me vaya bien',
  counted: (what, count) => `${what} (${count})`,
  nothingWaits: 'Nada te espera.',
  dueOn: (when, overdue) => `${overdue ? 'venció' : 'vence'} ${when}`,
  whatICanDo: 'Lo que puedo hacer ahora',
  whatIsKept: 'Lo que se guarda sobre mí',
  everythingAboutMe: 'Todo lo que se guarda sobre mí',
  everythingFor: '– para leer, para imprimir o para otro programa. Solo lo recibes tú.',
  nothingToStart: 'Aquí no hay nada que puedas empezar.',

  mentorsIntro: 'Quién acompaña a otros en este programa, en qué puede ayudar y quién tiene una plaza libre. Donde puedes pedir a alguien, para ti o para un rep, hay un botón al lado.',
  filter: 'Buscar por nombre, habilidad o idioma',
  found: (shown, all) => (shown === all ? `Mentores: ${all}` : `Mentores: ${shown} de ${all}`),
  noneFound: 'No hay nadie así aquí. Prueba con menos palabras o con otras, por favor.',
  name: 'Nombre',
  skills: 'Puede ayudar con',
  languages: 'Idiomas',
  otherLanguage: 'otro idioma',
  time: 'Hora allí',
  availability: 'Plazas libres',
  freePlaces: count => (count === 0 ? 'ninguna en este momento' : String(count)),
  backOn: when => `fuera, de vuelta el ${when}`,

  afterwards: {
    arrived: 'Gracias, ha llegado',
    goesOn: 'Qué resulta de ello está en «Mi mentoría», y recibes un correo en cuanto tengas algo que hacer.',
    next: 'Lo siguiente:',
    open: 'Abrir',
    back: 'Volver a mi mentoría'
  },

  tasks: {
    Activity_HoldOrientationCall: 'hacer vuestra primera llamada',
    Activity_TakeFirstSteps: 'dar los primeros pasos',
    Activity_ReviewOrientation: 'valorar la introducción',
    Activity_HoldFirstCall: 'acordar y hacer vuestra primera llamada',
    Activity_ArrangeMeeting: 'acordar vuestra reunión anual',
    Activity_RecordMeeting: 'anotar vuestra reunión anual',
    Activity_ConfirmAgreement: 'confirmar lo que acordasteis',
    Activity_CorrectAgreement: 'corregir lo anotado'
  },

  starts: {
    'rep-onboarding': {
      ONESELF: ['Buscar un mentor', 'Di lo que te gustaría conseguir; buscamos a alguien que encaje.'],
      SOMEBODY_ELSE: ['Buscar un mentor para un rep', 'Para contactos: en nombre de un rep que no tiene.']
    },
    'mentor-change': {
      ONESELF: ['Cambiar de mentor', 'Pasa, y no es un drama. Tu mentor no lo sabe a menos que lo desees o esté decidido.'],
      SOMEBODY_ELSE: ['Cambiar el mentor de un rep', 'Para contactos: en nombre de un rep.']
    },
    'coaching-training': {
      ONESELF: ['Ser mentor', 'Acompañar a otros: una formación, una llamada, y empiezas.'],
      SOMEBODY_ELSE: ['Proponer a un mentor', 'Conoces a un rep que acompañaría bien a otros.']
    },
    'ask-a-mentor': {
      ONESELF: ['Pedir una sesión', 'Una conversación con un mentor sobre algo que quieras aprender. No le quita el sitio a nadie.']
    },
    'how-we-keep-in-touch': {
      ONESELF: ['Cómo estamos en contacto', 'Cada cuánto, por dónde, una llamada para los dos calendarios, y si te preguntamos.']
    },
    'too-much': {
      ONESELF: ['Ahora mismo es demasiado', 'Menos mentees, otra persona para algunos de ellos, o una pausa. Nadie tiene que estar de acuerdo.']
    },
    'mentor-absence': {
      ONESELF: ['Tomarme un tiempo como mentor', 'Di cuándo estás fuera; alguien te sustituye.']
    },
    'mentor-resignation': {
      ONESELF: ['Dejar de ser mentor', 'Tus mentees tienen otros mentores, y te vas con nuestro agradecimiento.']
    },
    'welcome-back': {
      SOMEBODY_ELSE: ['Dar la bienvenida a quien vuelve', 'Para contactos: la misma persona encuentra de nuevo lo suyo.']
    },
    'erase-person': {
      SOMEBODY_ELSE: ['Borrar a alguien que se ha ido', 'Para contactos: cuando lo pide. Se le dice hasta cuándo puede volver.']
    },
    'programme-update': {
      SOMEBODY_ELSE: ['Dar noticias a todos', 'Para el consejo: los mentores las transmiten a sus mentees.']
    },
    'mentors-call': {
      SOMEBODY_ELSE: ['Fijar una llamada de mentores', 'Para contactos: una vez o de forma periódica, con un orden del día al que todos aportan.']
    },
    'mentor-inactivity': {
      SOMEBODY_ELSE: ['Avisar de un mentor que no responde', 'Para contactos: le preguntamos con amabilidad si sigue ahí.']
    },
    'recognise-somebody': {
      ONESELF: ['Reconocer a alguien', 'Di lo que alguien ha hecho bien; el consejo se lo hace llegar.']
    },
    'make-a-suggestion': {
      ONESELF: ['Hacer una sugerencia', '¿Qué podría ser mejor? Todo el mundo lee qué pasa con ella.']
    },
    'my-profile': {
      ONESELF: ['Mi perfil', 'Cómo contactar contigo, sobre ti, lo que sabes y te gustaría aprender; los mentores también cuántos mentees.']
    },
    'mail-settings': {
      ONESELF: ['Mis ajustes de correo', 'Qué correos te gustaría recibir.']
    },
    'raise-concern': {
      ONESELF: ['Comunicar una inquietud', 'En confianza: solo la leen contactos que no tienen parte en ella.']
    },
    'leave-programme': {
      ONESELF: ['Dejar el programa', 'No se olvida a nadie, y puedes pensarlo de nuevo hasta que pase tu último día.'],
      SOMEBODY_ELSE: ['Decir que alguien se va', 'Para contactos: esa persona lo sabe y puede decir que se queda.']
    }
  }
};

// What tasklist-words.js says in English, and what Tasklist does not translate.
export const ofTasklist = {
  'My tasks': 'Mis tareas',
  'What is waiting for you.': 'Lo que te espera.',
  'Tasks I can take': 'Tareas que puedo tomar',
  'What you or somebody else could do. Claim a task to make it yours.':
    'Lo que podríais hacer tú u otra persona. Hazte cargo de una tarea para que sea tuya.',
  'Council queue': 'Tareas del consejo',
  'What waits for you or somebody else of the council. Claim a task to make it yours.':
    'Lo que te espera a ti o a otra persona del consejo. Hazte cargo de una tarea para que sea tuya.',
  Overdue: 'Vencidas',
  'What should have been done by now.': 'Lo que ya debería estar hecho.',
  'takes the chosen task': 'se hace cargo de la tarea elegida',
  'goes to the first list': 'va a la primera lista',
  'goes to the first task in the list': 'va a la primera tarea de la lista',
  'goes to the first field of the form': 'va al primer campo del formulario',
  'opens what you can start': 'abre lo que puedes empezar',
  ASSIGN_NOTE_PROCESS: 'Esto es lo siguiente que te espera',
  AUTH_LOGOUT_THANKS: 'Gracias por formar parte del programa. ¡Que tengas {{dayContext}}!',
  CLICK_PROCESS_TO_START: 'Elige lo que te gustaría hacer.',
  COMPLETE_ERROR: 'Todavía no se ha enviado. Revisa tus respuestas, por favor.',
  NO_AVAILABLE_FILTER: 'Aquí no hay tareas para ti.',
  NO_MATCHING_TASK: 'Aquí no te espera nada. Lo que puedes hacer:',
  NO_PROCESS_DEFINITION_AVAILABLE: 'Aquí no hay nada que puedas empezar.',
  PAGE_LOGIN_ERROR_MSG: 'Revisa tu nombre de usuario y tu contraseña, por favor. Si son correctos, esto no es para ti; Cockpit y Admin están detrás de la casa, arriba.',
  PROCESS_START_ERROR: 'Todavía no ha empezado. Revisa tus respuestas, por favor.',
  PROCESS_START_OK: 'Gracias, ha llegado.',
  SELECT_TASK_IN_LIST: 'Elige una tarea de la lista para ver de qué se trata.',
  TASK_HAS_BEEN_REMOVED: 'Esta tarea está hecha, o la ha tomado otra persona.'
};

// What landing-texts.js says in English.
export const landing = {
  askForThisMentor: 'Pedir este mentor',
  askForThem: name => `Pedir este mentor: ${name}`,
  askForSession: 'Pedir una sesión',
  askThemForSession: name => `Pedir una sesión: ${name}`,
  mySessions: 'Mis sesiones',
  sessionWith: (name, when) => `${name}, ${when}`,
  workedOn: 'En qué hemos trabajado',
  whatNext: 'Qué viene después',
  helloTo: name => `¡Hola, ${name}!`,
  howMuch: (mine, council, offered) =>
    [
      mine > 0 && (mine === 1 ? 'Una cosa te espera a ti.' : `${mine} cosas te esperan a ti.`),
      council > 0 && (council === 1 ? 'Una cosa espera al consejo.' : `${council} cosas esperan al consejo.`),
      offered > 0 && `Podrías tomar ${offered === 1 ? 'una cosa' : `${offered} cosas`}.`
    ]
      .filter(Boolean)
      .join(' '),
  lookingAfter: 'Cuidas de la aplicación',
  lookingAfterIn: {
    cockpit: 'Cockpit: lo que está en marcha, lo que falló y cómo entra un programa',
    admin: 'Admin: personas y sus grupos'
  },
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
  nobodyAwaited: 'Ahora mismo no tienes que hacer nada; sigue por sí solo.',
  awaited: {
    NAME: (name, what) => (what ? `Espera a ${name}: ${what}` : `Espera a ${name}`),
    MENTOR: () => 'Espera la respuesta de un mentor',
    COUNCIL: () => 'Espera al consejo'
  },
  awaitedMore: more => `y de ${more} más`,
  youCan: title => `Lo que puedes hacer: ${title}`,
  meeting: 'Próxima reunión',
  where: 'Dónde',
  thatIs: (when, other) => `, que para ${other} es ${when}`,
  intoMyCalendar: 'Ponerlo en mi calendario (.ics)',
  askedOn: when => `preguntado el ${when}`,
  recognisedFor: 'Por qué recibo reconocimiento',
  recognisedPeople: 'Reconocimiento por lo que hacen',
  recognisedBy: (by, when) => `${by}, ${when}`,
  recognitionShown: 'Todo el mundo puede leerlo.',
  recognitionHidden: 'Solo lo leéis tú y el consejo.',
  showRecognition: 'Que lo lea todo el mundo',
  hideRecognition: 'Guardarlo de nuevo para mí',
  pairCases: {
    'rep-onboarding': name => `Los comienzos con ${name}`,
    'first-call': name => `Primera llamada con ${name}`,
    'yearly-check-in': name => `Reunión anual con ${name}`
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
    Activity_MoveSession: 'Cambiarla o cancelarla',
    Activity_TakeBackAsk: 'Retirarla',
    Activity_MoveFirstCall: 'Cambiar la llamada',
    Activity_MoveMeeting: 'Cambiar la reunión',
    Activity_MoveCall: 'Cambiar la llamada',
    Activity_ReadTrainingAnswer: 'Leer la respuesta'
  }
};

// What goal-texts.js says in English.
export const goals = {
  goals: {
    title: 'Nuestros objetivos',
    none: 'Todavía no hay objetivos. Los dos podéis escribirlos, marcarlos y cambiarlos; los dos veis quién hizo qué.',
    fresh: 'Un nuevo objetivo',
    add: 'Añadir el objetivo',
    history: 'Qué ha sido de nuestros objetivos'
  },
  plan: {
    title: 'Nuestro plan para el año',
    none: 'Todavía no hay puntos. Los dos podéis escribirlos, marcarlos y cambiarlos; los dos veis quién hizo qué.',
    fresh: 'Un nuevo punto de nuestro plan',
    add: 'Añadir el punto',
    history: 'Qué ha sido de nuestro plan'
  },
  edit: 'Cambiar',
  keep: 'Guardarlo',
  cancel: 'Dejarlo como está',
  drop: 'Abandonar',
  takeUp: 'Retomar',
  dropped: 'Abandonados',
  kept: 'Guardado. Los dos lo veis.',
  tooLate: 'Esto se cambió hace un momento, por la otra persona o en otra ventana. Mira cómo está ahora, por favor.',
  standsNow: words => `Ahora dice «${words}». Tus palabras siguen en el campo: guárdalas o déjalo como está.`,
  youWrote: words => `Escribiste «${words}».`,
  forgotten: '(quien lo escribió ya no está aquí)',
  change: (kind, by, words) =>
    `${by ?? 'Tú'}: «${words}» ${{ WRITTEN: 'escrito', REWORDED: 'con otras palabras', REACHED: 'marcado', TAKEN_UP: 'retomado', DROPPED: 'abandonado' }[kind]}`
};

// What field-texts.js says in English.
export const fields = {
  searchList: 'Escribe para buscar',
  skipChosen: 'Ir a la búsqueda',
  removeChosen: chosen => `Quitar: ${chosen}`,
  digest: gets => (gets ? 'Ahora lo recibes.' : 'Ahora no lo recibes.'),
  noneInList: 'No hay nada así en la lista.',
  clock: (time, name, city, day) => `${time} para ${name ?? 'ti'} en ${city}${day ? `, el ${day}` : ''}`,
  clocks: (one, two) => `${one} son ${two}.`,
  sameClock: (name, time) => `Para ${name} también son las ${time}.`
};

// What question.js says in English.
export const question = {
  title: '¿Salir de aquí?',
  keptInPage: 'Lo que escribiste está solo en esta ventana. Se queda aquí hasta que lo envíes, cierres la sesión, o cierres o recargues la ventana.',
  keptNowhere: 'Lo que escribiste no está guardado en ningún sitio. Si sales, se pierde.',
  stay: 'Seguir escribiendo',
  leave: 'Salir'
};

// What mentors-call-texts.js says in English.
export const call = {
  title: 'La llamada de mentores',
  none: 'No hay ninguna fijada. Lo que escribas aquí espera a la próxima.',
  hostIs: name => `La lleva ${name}.`,
  again: 'Se repite de forma periódica.',
  agenda: 'En el orden del día',
  empty: 'Nada todavía.',
  suggestions: count =>
    count === 1 ? 'Una sugerencia que nadie ha respondido' : `${count} sugerencias que nadie ha respondido`,
  fresh: '¿De qué quieres hablar?',
  add: 'Añadir al orden del día',
  takeBack: 'Retirar',
  takeBackThis: words => `Retirar: ${words}`,
  added: 'Añadido. Lo ven todos los mentores.',
  takenBack: 'Retirado.',
  last: 'Qué se habló en las últimas llamadas',
  callOn: (when, host) => `${when}, llevada por ${host}`,
  notes: 'Qué se habló',
  decisions: 'Qué se decidió'
};
