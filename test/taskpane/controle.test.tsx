/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { cartes, dit, monter, ouvrirConstat, verdict } from './monter';


describe('verdict et liste', () => {
  test('classeur abîmé : verdict, compteurs, constats groupés', async () => {
    await monter('87-haute-vienne-anomalies');
    expect(await verdict()).toHaveProperty('textContent', 'Non conforme');
    expect(screen.getByText('Contrôle CDPPE')).toBeTruthy();
    expect(dit(screen.getByText(/Haute-Vienne/))).toBe('Haute-Vienne (87) · 87-haute-vienne-anomalies.xlsx');
    const compteurs = within(screen.getByRole('group', { name: 'Filtrer par gravité' })).getAllByRole('button').map(dit);
    const total = compteurs.reduce((somme, texte) => somme + Number.parseInt(texte, 10), 0);
    expect(cartes()).toHaveLength(total);
    expect(screen.getByRole('heading', { level: 2, name: `${String(total)} constats` })).toBeTruthy();
  });

  test('le compteur des bloquants filtre, et se relâche', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies');
    await verdict();
    const tous = cartes().length;
    const compteur = screen.getByRole('button', { name: /Bloquants$/ });
    await utilisateur.click(compteur);
    expect(compteur.getAttribute('aria-pressed')).toBe('true');
    expect(cartes()).toHaveLength(Number.parseInt(dit(compteur), 10));
    expect(cartes().every((carte) => dit(carte).startsWith('Bloquant'))).toBe(true);
    await utilisateur.click(compteur);
    expect(cartes()).toHaveLength(tous);
  });

  test('chercher, ne rien trouver, ôter les filtres', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies');
    await verdict();
    const tous = cartes().length;
    const champ = await screen.findByRole('textbox', { name: 'Chercher dans les constats' });
    await utilisateur.type(champ, 'INSEE');
    await waitFor(() => { expect(cartes()).toHaveLength(1); });
    await utilisateur.type(champ, 'zzz');
    await utilisateur.click(await screen.findByRole('button', { name: 'Ôter les filtres' }));
    await waitFor(() => { expect(cartes()).toHaveLength(tous); });
  });

  test('grouper par feuille, replier un groupe', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies');
    await verdict();
    await utilisateur.selectOptions(await screen.findByRole('combobox', { name: 'Grouper les constats' }), 'feuille');
    const groupe = await screen.findByRole('button', { name: /^Plan d'action/ });
    const avant = cartes().length;
    await utilisateur.click(groupe);
    expect(groupe.getAttribute('aria-expanded')).toBe('false');
    expect(cartes().length).toBeLessThan(avant);
  });
});

describe('détail', () => {
  test('tout ce qu’il faut pour comprendre et agir', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies');
    const article = await ouvrirConstat(utilisateur, /sous la cible nationale/);
    const texte = dit(article);
    for (const attendu of ['Alerte', 'CIB-02', '5 – consultations infantiles', 'Part d’enfants ayant eu un examen clinique', '2022', 'Tableau de bord · G33', 'Au moins 20 %', '17,5 %', 'il manque 620 enfants', 'À faire', 'Justifier', 'Pourquoi', 'Environ 20 % des enfants vus en consultation de PMI', 'Source : annexe 6, objectif 5']) {
      expect(texte).toContain(attendu);
    }
  });

  test('une formule se montre en français, un nombre en texte entre guillemets', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies');
    expect(dit(await ouvrirConstat(utilisateur, /prend au numérateur/))).toMatch(/Avant=G13\/G11Après=SI\(G11=0;"";G12\/G11\)/);
    await utilisateur.click(screen.getByRole('button', { name: 'Liste' }));
    expect(dit(await ouvrirConstat(utilisateur, /« 2.657 », saisi/))).toContain('Trouvé« 2 657 » (texte)');
  });

  test('« Sélectionner » mène à la cellule, puis « Suivant » y mène aussi', async () => {
    const { utilisateur, hote } = await monter('87-haute-vienne-anomalies');
    await ouvrirConstat(utilisateur, /IND-05|même dénominateur|dénominateur/i);
    await utilisateur.click(screen.getByRole('button', { name: 'Suivant' }));
    expect(hote.selections).toEqual([]);
    await utilisateur.click(screen.getByRole('button', { name: 'Précédent' }));
    await utilisateur.click(screen.getByRole('button', { name: 'Sélectionner' }));
    await waitFor(() => { expect(hote.selections).toHaveLength(1); });
    expect(hote.selections[0]).toMatchObject({ ligne: 22, colonne: 4 });
    await utilisateur.click(screen.getByRole('button', { name: 'Suivant' }));
    await waitFor(() => { expect(hote.selections).toHaveLength(2); });
  });

  test('retour à la liste : le constat est retenu et reçoit le focus', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies');
    await ouvrirConstat(utilisateur, /sous la cible nationale/);
    await waitFor(() => { expect(document.activeElement?.id).toBe('titre-detail'); });
    await utilisateur.click(screen.getByRole('button', { name: 'Liste' }));
    await waitFor(() => { expect(document.activeElement?.id).toMatch(/^carte-/); });
    expect(document.activeElement?.getAttribute('aria-current')).toBe('true');
  });

  test('feuille masquée : on demande d’abord', async () => {
    const { lireExemple } = await import('../moteur/vues/aide');
    const lu = lireExemple('87-haute-vienne-anomalies');
    const masque = { ...lu, feuilles: lu.feuilles.map((feuille) => (/plan/i.test(feuille.nom) ? { ...feuille, visibilite: 'masquee' as const } : feuille)) };
    const { utilisateur, hote } = await monter(masque);
    await ouvrirConstat(utilisateur, /il manque 30.000/i);
    await utilisateur.click(screen.getByRole('button', { name: 'Sélectionner' }));
    const dialogue = await screen.findByRole('alertdialog', { name: /Afficher une feuille masquée/ });
    expect(dit(dialogue)).toContain('La cellule G10 se trouve dans la feuille « Plan d\'action », qui est masquée.');
    await utilisateur.click(within(dialogue).getByRole('button', { name: 'Annuler' }));
    expect(hote.selections).toEqual([]);
    await utilisateur.click(screen.getByRole('button', { name: 'Sélectionner' }));
    await utilisateur.click(await screen.findByRole('button', { name: 'Afficher la feuille' }));
    await waitFor(() => { expect(hote.selections).toHaveLength(1); });
  });

  test('un hôte sans écran : pas de « Sélectionner », l’adresse reste dite', async () => {
    const { utilisateur } = await monter('87-haute-vienne-anomalies', {}, (hote) => { Reflect.deleteProperty(hote, 'selectionner'); });
    const article = await ouvrirConstat(utilisateur, /sous la cible nationale/);
    expect(screen.queryByRole('button', { name: 'Sélectionner' })).toBeNull();
    expect(dit(article)).toContain('Tableau de bord · G33');
  });
});

describe('états', () => {
  test('modèle vierge : par quoi commencer', async () => {
    const { utilisateur, hote } = await monter('annexe-5-vierge');
    expect(await verdict()).toHaveProperty('textContent', 'À remplir');
    expect(screen.getByRole('heading', { name: 'Par quoi commencer' })).toBeTruthy();
    await utilisateur.click(screen.getAllByRole('button', { name: /^Y aller/ })[0]!);
    await waitFor(() => { expect(hote.selections[0]).toMatchObject({ ligne: 7, colonne: 4 }); });
  });

  test('classeur étranger : rien de contrôlé, une issue', async () => {
    const feuille = { ...(await import('../moteur/vues/aide')).lireExemple('annexe-5-vierge').feuilles[0]!, nom: 'Ventes', cellules: new Map() };
    const { utilisateur } = await monter({ nom: 'ventes.xlsx', calcul: 'enregistre', dates1904: false, feuilles: [feuille], noms: [] });
    expect(await screen.findByRole('heading', { name: 'Aucune feuille du contrat reconnue' })).toBeTruthy();
    expect(screen.getByText('Ventes')).toBeTruthy();
    await utilisateur.click(screen.getByRole('button', { name: 'Désigner les feuilles…' }));
    expect(await screen.findByRole('combobox', { name: /Tableau de bord/ })).toBeTruthy();
  });

  test.each([
    ['edition', 'Saisie en cours.', /Validez-la \(Entrée\).*Le contrôle reprendra de lui-même/],
    ['hors_ligne', 'Connexion perdue.', /Vérifiez le réseau/],
    ['protege', 'Classeur protégé.', /protégé/],
    ['interne', 'Une erreur est survenue.', /Recommencez/],
  ] as const)('panne « %s » : dite, avec un nouvel essai', async (motif, titre, phrase) => {
    const { utilisateur, hote } = await monter('87-haute-vienne-conforme', {}, (prepare) => { prepare.enPanne('lire', motif); });
    expect(await screen.findByText(titre)).toBeTruthy();
    expect(dit(screen.getByText(titre).closest<HTMLElement>('.fui-MessageBar'))).toMatch(phrase);
    hote.enPanne('lire', null);
    await utilisateur.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await verdict()).toHaveProperty('textContent', expect.stringMatching(/onforme/));
    expect(screen.queryByText(titre)).toBeNull();
    expect(document.activeElement?.id).toBe('controler-le-classeur');
  });

  test('des justifications illisibles n’empêchent pas le contrôle', async () => {
    await monter('87-haute-vienne-conforme', {}, (hote) => { hote.enPanne('lireDonnees', 'interne'); });
    await verdict();
    expect(await screen.findByText(/Les justifications enregistrées dans ce classeur n’ont pas pu être lues/)).toBeTruthy();
  });
});

test('le verdict se dit au lecteur d’écran', async () => {
  await monter('87-haute-vienne-anomalies');
  await verdict();
  await waitFor(() => { expect(screen.getAllByRole('status').map(dit).join(' ')).toMatch(/Contrôle terminé\. Non conforme\./); });
});

test('une lecture qui dure se montre, puis s’efface', async () => {
  await monter('87-haute-vienne-conforme', {}, (hote) => { hote.attente = 1500; });
  expect(await screen.findByRole('progressbar', { name: 'Lecture du classeur…' })).toBeTruthy();
  await verdict();
  await waitFor(() => { expect(screen.queryByRole('progressbar')).toBeNull(); });
});
