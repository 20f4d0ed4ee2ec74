// What is said about the goals and the plan of two who are together. Comes with the page on which they stand.
import { language } from './texts.js';

const english = {
  goals: {
    title: 'Our goals',
    none: 'No goals yet. Either of you can write them down, tick and change them; both see who did what.',
    fresh: 'A new goal',
    add: 'Add the goal',
    history: 'What has become of our goals'
  },
  plan: {
    title: 'Our plan for the year',
    none: 'No points yet. Either of you can write them down, tick and change them; both see who did what.',
    fresh: 'A new point of our plan',
    add: 'Add the point',
    history: 'What has become of our plan'
  },
  edit: 'Change',
  keep: 'Keep it',
  cancel: 'Leave it as it is',
  drop: 'Drop',
  takeUp: 'Take up again',
  dropped: 'Dropped',
  kept: 'Kept. Both of you see it.',
  tooLate: 'This was changed a moment ago, by the other one of you or in another window. Please look at how it stands now.',
  standsNow: words => `Now it says “${words}”. Your words are still in the field: keep them, or leave it as it is.`,
  youWrote: words => `You wrote “${words}”.`,
  forgotten: '(whoever wrote it is not here any more)',
  change: (kind, by, words) =>
    `${by ?? 'You'} ${{ WRITTEN: 'wrote down', REWORDED: 'changed it to', REACHED: 'ticked', TAKEN_UP: 'took up again', DROPPED: 'dropped' }[kind]} “${words}”`
};

const german = {
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

const spanish = {
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

export const goalTexts = { en: english, de: german, es: spanish }[language];
