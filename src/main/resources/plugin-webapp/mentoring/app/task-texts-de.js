export default {
  back: 'Mein Mentoring',
  allTasks: 'Alle Aufgaben in Listen',
  by: when => `Bis ${when}.`,
  wasDue: when => `War am ${when} fällig.`,
  openIt: 'Öffnen: Ab dann ist es deine Aufgabe',
  whyOpen: 'Was hier vertraulich gesagt ist, liest nur eine Person.',
  more: 'Das Diagramm und den Verlauf ansehen',
  less: 'Das Diagramm und den Verlauf ausblenden',
  elsewhere: {
    FASTER: ['Jemand anderes war einen Augenblick schneller', () => 'Die Aufgabe ist übernommen oder beantwortet, hier gibt es für dich nichts mehr zu tun. Danke trotzdem.'],
    TAKEN: ['Jemand anderes tut das', () => 'Die Aufgabe ist übernommen, hier gibt es für dich nichts mehr zu tun.'],
    DONE: ['Das hast du schon getan', when => `Du hast es am ${when} beantwortet. Hier gibt es nichts mehr zu tun.`],
    OVER: ['Das wird nicht mehr gebraucht', when => `Es war am ${when} vorbei, bevor jemand geantwortet hat. Du musst nichts tun.`],
    NOT_MINE: [
      'Hier gibt es für dich nichts zu tun',
      () =>
        'Jemand anderes hat es getan, es wird nicht mehr gebraucht, oder der Link war für ein anderes Konto als das, mit dem du angemeldet bist.'
    ],
    FAILED: ['Das lässt sich gerade nicht zeigen', () => 'Bitte versuche es etwas später noch einmal, und sag einer Kontaktperson Bescheid, wenn es so bleibt.']
  },
  whatWaits: 'Ansehen, was auf dich wartet',
  keptHere: 'Auf diesem Gerät einen Tag lang gespeichert, nur für dich.',
  keptInPage: 'In diesem Fenster gespeichert, bis du es abschickst.',
  keptNowhere: 'Was du hier schreibst, ließ sich nicht speichern. Bitte schick es ab, bevor du weggehst.',
  weKept: when => `Was du ${when} geschrieben hast, ist noch da.`,
  weKeptPart: when => `Ein Teil von dem, was du ${when} geschrieben hast, ist noch da. Was hier nicht steht, hat das Gerät nicht behalten.`,
  today: time => `um ${time}`,
  onDay: (weekday, time) => `am ${weekday} um ${time}`,
  afresh: 'Verwerfen und neu beginnen',
  stillKept: 'Was du geschrieben hast, ist gespeichert. Öffne es wieder, um weiterzumachen.',
  sessionOver: 'Deine Sitzung ist zu Ende. Melde dich an, dann bist du, wo du warst, mit allem, was du geschrieben hast.',
  sessionOverSending: 'Deine Sitzung ist zu Ende. Melde dich an, dann wird abgeschickt, was du gerade abschicken wolltest.',
  notSentYet: 'Was du geschrieben hast, ist nicht abgeschickt, weil Stunden vergangen sind. Bitte sieh es noch einmal an und schick es ab.',
  formFailed: 'Dieses Formular ließ sich nicht laden. Bitte versuche es noch einmal, und sag einer Kontaktperson Bescheid, wenn es so bleibt.',
  tryAgain: 'Noch einmal versuchen',
  notReached: 'Wir waren nicht zu erreichen. Bitte prüfe deine Verbindung und versuche es noch einmal; was du geschrieben hast, ist gespeichert.',
  failedHere: 'Bei uns ist etwas schiefgegangen. Bitte versuche es noch einmal, und sag einer Kontaktperson Bescheid, wenn es wieder passiert; was du geschrieben hast, ist gespeichert.',
  frame: {
    lists: 'Listen zeigen oder verbergen',
    tasks: 'Aufgaben zeigen oder verbergen',
    task: 'Aufgabe zeigen oder verbergen',
    larger: 'Nur die Aufgabe',
    smaller: 'Listen, Aufgaben und die Aufgabe',
    otherOrder: 'Reihenfolge umkehren',
    more: 'Mehr oder weniger zeigen',
    applications: 'Andere Anwendungen',
    close: 'Schließen'
  }
};
