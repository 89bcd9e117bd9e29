import type { ConversationTexts } from './texts.js';

export const italianConversations: ConversationTexts = {
  first: {
    title: 'Conoscersi',
    aim: 'Sapete come lavora l’altro e che cosa spera ciascuno, e avete concordato le condizioni.',
    questions: [
      'Che cosa ti ha portato dove sei, e quale svolta ti ha sorpreso?',
      'Perché partecipi al programma, e che cosa lo renderebbe tempo ben speso?',
      'Come ti piace ricevere un riscontro, e come no?',
      'Che cosa deve restare tra noi? Che cosa lasciamo fuori?',
      'Ogni quanto, per quanto e con quale mezzo ci incontriamo? Chi scrive l’invito?',
      'Come ci diciamo che qualcosa non funziona?',
    ],
    mentor: 'Racconta una tua deviazione. Rende più facile parlare di ciò che non va.',
    mentee: 'Porta l’accordo e proponi le condizioni.',
  },
  second: {
    title: 'Definire gli obiettivi',
    aim: 'C’è un obiettivo, o al massimo due, con cinque livelli scritti, tappe e un piano per l’ostacolo.',
    questions: [
      'Che cosa deve essere diverso alla fine del nostro percorso?',
      'Da che cosa se ne accorgerebbe un altro?',
      'Che cosa sarebbe meno di ciò che ti aspetti, e che cosa di più?',
      'Che cosa ti ha fermato in passato? Che cosa farai se ritorna?',
      'Qual è il primo passo, e quando lo fai?',
    ],
    mentor:
      'Non scegliere tu l’obiettivo. Chiedi finché è abbastanza piccolo da cominciare e abbastanza grande da contare.',
    mentee: 'Compila un modello di obiettivo prima dell’incontro, anche se metà è ancora aperta.',
  },
  third: {
    title: 'Primi passi e primi riscontri',
    aim: 'Avete guardato il primo passo, e ciascuno ha detto all’altro che cosa lo aiuta.',
    questions: [
      'Che cosa hai provato dall’ultima volta? Che cosa ne è venuto?',
      'Che cosa hai imparato che non ti aspettavi?',
      'Che cosa ti aiuta nei nostri incontri, e che cosa potremmo lasciare?',
      'L’obiettivo va ancora bene, o va adattato?',
      'Chi dovresti incontrare tra le persone che conosco?',
    ],
    mentor: 'Comincia da ciò che è andato bene, con precisione.',
    mentee: 'Di’ che cosa ne è stato dei consigli dell’ultima volta.',
  },
  later: [
    {
      title: 'Progressi e ostacoli',
      aim: 'I livelli degli obiettivi sono aggiornati e il prossimo ostacolo ha un piano.',
      questions: [
        'A che livello è oggi ogni obiettivo, e da che cosa lo sai?',
        'Che cosa ti è costato più del dovuto?',
        'Se prima del prossimo incontro potessi fare una cosa sola, quale sarebbe?',
        'Che cosa ti serve da me per riuscirci?',
      ],
      mentor: 'Quando ti accorgi di dare consigli, fermati e fa’ ancora una domanda.',
      mentee: 'Aggiorna l’obiettivo prima dell’incontro.',
    },
    {
      title: 'Persone e occasioni',
      aim: 'Prima del prossimo incontro c’è una persona da conoscere o un’occasione da cogliere.',
      questions: [
        'Chi conosce il tuo lavoro, e chi dovrebbe?',
        'Dove si prendono le decisioni che ti riguardano?',
        'Quale compito mostrerebbe ciò che sai fare?',
        'A chi servirebbe il tuo aiuto?',
      ],
      mentor: 'Presenta una persona, e di’ perché i due dovrebbero parlarsi.',
      mentee: 'Scrivi tre nomi e che cosa chiederesti loro.',
    },
    {
      title: 'Punti di forza e riscontri',
      aim: 'Avete individuato un punto di forza usato troppo poco e vi siete scambiati riscontri.',
      questions: [
        'Quando il lavoro ti è riuscito facile l’ultima volta? Che cosa facevi?',
        'Per che cosa gli altri vengono da te?',
        'Quale riscontro senti ripetere?',
        'Che cosa dovrei fare di più, di meno o in modo diverso in questo percorso?',
      ],
      mentor: 'Chiedi un riscontro anche tu, e ringrazia senza spiegarti.',
      mentee: 'Prima chiedi a due colleghi che cosa fai bene.',
    },
    {
      title: 'Un caso difficile',
      aim: 'Avete esaminato una situazione vera e scelto che cosa fare.',
      questions: [
        'Quale situazione hai in mente? Che cosa è successo finora?',
        'Che cosa ne direbbe l’altra parte?',
        'Quali sono tre strade possibili, di cui una insolita?',
        'Quale provi, quando, e da che cosa capirai che ha funzionato?',
      ],
      mentor: 'Racconta un caso simile solo quando il tuo mentee ha indicato strade sue.',
      mentee: 'Descrivi la situazione in cinque frasi, senza giudicare nessuno.',
    },
  ],
  checkpoint: {
    title: 'Guardare indietro e correggere la rotta',
    aim: 'Ciascuno ha detto come sta andando, e obiettivi e condizioni sono adattati o confermati.',
    questions: [
      'Che cosa è valso la pena finora? Che cosa no?',
      'Quali tappe sono raggiunte? Che cosa festeggiamo?',
      'Quale obiettivo richiede un altro livello, un’altra data o una fine?',
      'Ritmo, durata e mezzo ci vanno ancora bene?',
      'Che cosa deve sapere chi gestisce il programma?',
    ],
    mentor: 'Di’ che cosa hai imparato dal tuo mentee.',
    mentee: 'Porta gli obiettivi con i loro livelli, allora e oggi.',
  },
  closing: {
    title: 'Chiudere bene',
    aim: 'Avete detto che cosa è stato raggiunto, vi siete ringraziati e avete chiarito che cosa viene dopo.',
    questions: [
      'Che cosa è stato raggiunto, e che cosa sai che prima non sapevi?',
      'Quale momento ricorderai?',
      'Che cosa resta aperto, e chi se ne occupa?',
      'Restiamo in contatto, e come?',
      'Che cosa dovrebbe fare diversamente il programma la prossima volta?',
    ],
    mentor: 'Di’ una cosa che da ora affidi con fiducia al tuo mentee.',
    mentee: 'Ringrazia per qualcosa di preciso e registra gli ultimi livelli dei tuoi obiettivi.',
  },
};
