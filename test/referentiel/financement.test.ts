import { chercherEmploisInterdits, lireModalite } from '../../src/referentiel/financement';
import { OBJECTIFS, type Enveloppe } from '../../src/referentiel/objectifs';

describe('lire une modalité de financement', () => {
  test.each<[texte: string, enveloppes: readonly Enveloppe[], ignorees?: readonly string[], inconnues?: readonly string[]]>([
    ['FIR', ['FIR']],
    ['fir', ['FIR']],
    ['F.I.R.', ['FIR']],
    ['FIR (ARS)', ['FIR']],
    ['ARS – FIR', ['FIR']],
    ['ARS/FIR', ['FIR']],
    ['FIR mission 1', ['FIR']],
    ["Fonds d'intervention régional", ['FIR']],
    ['Fonds d’intervention régionale (ARS)', ['FIR']],
    ['FIR : 40 000 €', ['FIR']],
    ['100 % FIR', ['FIR']],
    ['PLF', ['P304']],
    ['PLF 2020', ['P304']],
    ['LFI', ['P304']],
    ['LF 2021', ['P304']],
    ['Loi de finances initiale', ['P304']],
    ['Programme 304', ['P304']],
    ['programme n°304', ['P304']],
    ['P304', ['P304']],
    ['P 304', ['P304']],
    ['BOP 304', ['P304']],
    ['304', ['P304']],
    ['Etat (P304)', ['P304']],
    ['DDCS - BOP 304', ['P304']],
    ['Crédits PLF au titre du contrat', ['P304']],
    ['PLF : 304 000 €', ['P304']],
    ['FIR 304 000 €', ['FIR']],
    ['ONDAM', ['ONDAM']],
    ['ONDAM médico-social', ['ONDAM']],
    ['ONDAM MS (ARS)', ['ONDAM']],
    ['ONDAM / PLF', ['P304', 'ONDAM']],
    ['ONDAM : 40 000 € ; programme 304 : 25 000 €', ['P304', 'ONDAM']],
    ['ONDAM\nPLF', ['P304', 'ONDAM']],
    ['FIR et PLF', ['P304', 'FIR']],
    ['PLF + CAF', ['P304'], ['CAF']],
    ['FIR, CPAM et MSA', ['FIR'], ['CPAM', 'MSA']],
    ['PLF / DSID', ['P304'], ['DSID']],
    ['PLF (hors P177)', ['P304'], ['P177']],
    ['programme 177', [], ['programme 177']],
    ['CAF', [], ['CAF']],
    ['CD 87', [], ['CD 87']],
    ['PLF et département', ['P304'], ['département']],
    ['', []],
    ['  ', []],
    ['ARS', [], [], ['ARS']],
    ['Etat', [], [], ['Etat']],
    ['À préciser', [], [], ['À préciser']],
    ['ARS / PLF', ['P304'], [], ['ARS']],
    ['P303', [], [], ['P303']],
    ['Loi de financement de la sécurité sociale', [], [], ['Loi de financement de la sécurité sociale']],
    ['?', [], [], ['?']],
    ['2020', [], [], ['2020']],
  ])('« %s »', (texte, enveloppes, ignorees = [], inconnues = []) => {
    expect(lireModalite(texte)).toEqual({ enveloppes, ignorees, inconnues });
  });

  test('les modalités préimprimées se lisent toutes', () => {
    const preimprimees = OBJECTIFS.filter(({ modalite }) => modalite !== '');
    const lues = preimprimees.map(({ numero, modalite }) => ({ numero, ...lireModalite(modalite) }));
    expect(lues.map(({ enveloppes, ...reste }) => ({ ...reste, enveloppes: [...enveloppes].sort() }))).toEqual(
      preimprimees.map(({ numero, enveloppes }) => ({ numero, enveloppes: [...enveloppes].sort(), ignorees: [], inconnues: [] })),
    );
  });
});

describe('chercher les emplois interdits', () => {
  const termes = (texte: string, enveloppe: Enveloppe) => chercherEmploisInterdits(texte, enveloppe).map(({ terme }) => terme);

  test.each<[Enveloppe, texte: string, attendus: readonly string[]]>([
    ['P304', 'Action n°7 : Recrutement de 2 ETP de TISF', ['recrutement', 'ETP']],
    ['P304', 'Recruter un éducateur', ['recrutement']],
    ['P304', 'Embauche de deux psychologues', ['recrutement']],
    ['P304', '0,5 ETP de coordinateur', ['ETP']],
    ['P304', '2ETP', ['ETP']],
    ['P304', 'un équivalent temps plein', ['ETP']],
    ['P304', 'Poste de coordinateur CRIP', ['poste de']],
    ['P304', "Création d'un poste", ['poste de']],
    ['P304', "2 postes d'éducateurs", ['poste de']],
    ['P304', 'Prise en charge du salaire de la cheffe de projet', ['salaire']],
    ['P304', 'Masse salariale du service', ['salaire']],
    ['P304', 'Financement du prix de journée', ['prix de journée']],
    ['P304', 'Dépenses de personnel du centre', ['dépenses de personnel']],
    ['P304', 'Sans surcoût pour les familles, recrutement de 2 TISF', ['recrutement']],
    ['P304', 'Accompagner les jeunes sans logement par le recrutement de TISF', ['recrutement']],
    ['P304', 'Mineurs non accompagnés : recrutement d’un éducateur', ['recrutement']],
    ['P304', 'Hors les murs.\nRecrutement d’une cheffe', ['recrutement']],
    ['P304', '2 ETP financés par le département et l’Etat', ['ETP']],
    ['FIR', 'Deux ETP de sages-femmes', ['ETP']],
    ['FIR', 'Poste de puéricultrice', ['poste de']],
    ['FIR', 'Prise en charge des actes cotés', ['acte coté']],
    ['FIR', 'Remboursement des consultations', ['remboursement']],
    // N'alertent pas.
    ['P304', 'Formation des personnels à l’évaluation', []],
    ['P304', 'Étape 2 du projet', []],
    ['P304', 'Équipement d’un poste de secours', []],
    ['P304', 'Formation à la prise de poste', []],
    ['P304', 'Fiche de poste du référent', []],
    ['P304', 'Aménagement du poste de travail', []],
    ['P304', 'Prestation d’ingénierie, hors ETP', []],
    ['P304', 'Extension du service sans recrutement', []],
    ['P304', 'Sans aucun recrutement', []],
    ['P304', 'Ne finance ni ETP ni salaire', []],
    ['P304', 'hors ETP, salaires et prix de journée', []],
    ['P304', 'pas de financement d’ETP', []],
    ['P304', 'dotation globale plutôt qu’un prix de journée', []],
    ['P304', '1 ETP à la charge du département', []],
    ['P304', 'Recrutement de bénévoles et de parrains', []],
    ['P304', 'Recruter des parrains', []],
    ['P304', 'Actes cotés', []],
    ['P304', 'Remboursement des frais de déplacement', []],
    ['FIR', 'Équipe mobile de puéricultrices', []],
    ['FIR', 'Étendre les visites à domicile des sages-femmes', []],
    ['FIR', 'Formation au repérage des TND', []],
    ['FIR', 'Recrutement d’un public éloigné', []],
    ['FIR', 'Améliorer la télétransmission des actes cotés', []],
    ['FIR', 'Programme d’ETP (éducation thérapeutique du patient)', []],
    ['FIR', 'prix de journée', []],
    ['ONDAM', 'Recrutement de 2 ETP', []],
  ])('%s : « %s »', (enveloppe, texte, attendus) => {
    expect(termes(texte, enveloppe)).toEqual(attendus);
  });

  test('l’extrait est le passage d’origine, accents et casse compris', () => {
    expect(chercherEmploisInterdits('Action n°7 : Recrutement de 2 ETP de TISF', 'P304')).toEqual([
      { terme: 'recrutement', extrait: 'Action n°7 : Recrutement de 2 ETP de TISF' },
      { terme: 'ETP', extrait: 'Action n°7 : Recrutement de 2 ETP de TISF' },
    ]);
    const long = `${'Améliorer l’accueil des familles du territoire. '.repeat(4)}Prévoir un œil neuf et 2 ETP d’éducateurs à Limoges, ${'puis suivre les effets. '.repeat(5)}`;
    expect(chercherEmploisInterdits(long, 'P304')).toEqual([{ terme: 'ETP', extrait: '… territoire. Prévoir un œil neuf et 2 ETP d’éducateurs à Limoges, puis suivre les …' }]);
  });
});

describe('un plan conforme n’alerte pas', () => {
  test.each<[Enveloppe, string]>([
    ['FIR', "Action n°1 : Développer l'entretien du 4e mois en lien avec les maternités"],
    ['FIR', 'Action n°3 : Formaliser un protocole pluridisciplinaire de bilan de santé'],
    ['FIR', 'Action n°4 : Étendre les visites à domicile des sages-femmes'],
    ['FIR', 'Action n°5 : Équipe mobile de puéricultrices'],
    ['FIR', 'Action n°6 : Consultations infantiles délocalisées (bus PMI)'],
    ['P304', 'Action n°7 : Interventions TISF en périnatal'],
    ['P304', "Action n°8 : Formation pluridisciplinaire à l'évaluation des IP, accès à des compétences médicales et en santé mentale"],
    ['P304', "Action n°9 : Extension du protocole IP à l'Éducation nationale, à la PJJ et aux forces de l'ordre"],
    ['P304', 'Action n°10 : Volet « maîtrise des risques » du schéma et plan de contrôle'],
    ['P304', 'Action n°14 : Accompagnement au retour à domicile'],
    ['P304', 'Action n°15 : Parrainage de proximité'],
    ['P304', "Action n°12 : Participation des jeunes à l'ODPE"],
    ['P304', "Action n°13 : Ingénierie de l'ODPE et transmission des données"],
  ])('%s : « %s »', (enveloppe, texte) => {
    expect(chercherEmploisInterdits(texte, enveloppe)).toEqual([]);
  });
});
