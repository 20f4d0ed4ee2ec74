export default {
  back: 'Mi mentoría',
  allTasks: 'Todas las tareas en listas',
  by: when => `Hasta el ${when}.`,
  wasDue: when => `Venció el ${when}.`,
  openIt: 'Abrir: desde entonces es tu tarea',
  whyOpen: 'Lo que aquí se cuenta en confianza lo lee una sola persona.',
  more: 'Ver el diagrama y lo que ha pasado hasta ahora',
  less: 'Ocultar el diagrama y lo que ha pasado hasta ahora',
  elsewhere: {
    FASTER: ['Otra persona se adelantó por un momento', () => 'La ha tomado o respondido, así que aquí no te queda nada por hacer. Gracias de todos modos.'],
    TAKEN: ['Otra persona se encarga de esto', () => 'Ha tomado esta tarea, así que aquí no te queda nada por hacer.'],
    DONE: ['Esto ya lo has hecho', when => `Respondiste el ${when}. Aquí no queda nada por hacer.`],
    OVER: ['Esto ya no hace falta', when => `Terminó el ${when}, antes de que nadie respondiera. No tienes que hacer nada.`],
    NOT_MINE: [
      'Aquí no hay nada que hacer para ti',
      () =>
        'Otra persona lo ha hecho, ya no hace falta, o el enlace era para una cuenta distinta de la que usas ahora.'
    ],
    FAILED: ['Esto no se puede mostrar ahora', () => 'Inténtalo un poco más tarde y avisa a un contacto si sigue así.']
  },
  whatWaits: 'Ver lo que te espera',
  keptHere: 'Guardado en este dispositivo durante un día, solo para ti.',
  keptInPage: 'Guardado en esta ventana hasta que lo envíes.',
  keptNowhere: 'Lo que escribes aquí no se pudo guardar. Envíalo antes de salir, por favor.',
  weKept: when => `Guardamos lo que escribiste ${when}.`,
  weKeptPart: when => `Guardamos una parte de lo que escribiste ${when}. Lo que no está aquí, este dispositivo no lo guardó.`,
  today: time => `a las ${time}`,
  onDay: (weekday, time) => `el ${weekday} a las ${time}`,
  afresh: 'Descartarlo y empezar de nuevo',
  stillKept: 'Lo que escribiste está guardado. Ábrelo otra vez para seguir.',
  sessionOver: 'Tu sesión ha terminado. Entra, y estarás donde estabas, con lo que escribiste.',
  sessionOverSending: 'Tu sesión ha terminado. Entra, y se enviará lo que estabas enviando.',
  notSentYet: 'Lo que escribiste no se envió, porque han pasado horas. Míralo otra vez y envíalo, por favor.',
  formFailed: 'No se pudo cargar este formulario. Inténtalo otra vez y avisa a un contacto si sigue así.',
  tryAgain: 'Intentarlo otra vez',
  notReached: 'No pudimos recibirlo. Revisa tu conexión e inténtalo otra vez; lo que escribiste está guardado.',
  failedHere: 'Algo ha fallado por nuestra parte. Inténtalo otra vez y avisa a un contacto si vuelve a pasar; lo que escribiste está guardado.',
  frame: {
    lists: 'Mostrar u ocultar las listas',
    tasks: 'Mostrar u ocultar las tareas',
    task: 'Mostrar u ocultar la tarea',
    larger: 'Solo la tarea',
    smaller: 'Listas, tareas y la tarea',
    otherOrder: 'Invertir el orden',
    more: 'Mostrar más o menos',
    applications: 'Otras aplicaciones',
    close: 'Cerrar'
  }
};
