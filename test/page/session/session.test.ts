/** Une séance sur un classeur : lectures, essais, écritures, sans jamais les confondre. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { celluleDe } from '../../../src/classeur/instantane';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { creerSession, type Session } from '../../../src/page/session/session';
import { creerOuvrier } from '../../../src/page/travail/taches';

const OCTETS = new Uint8Array(readFileSync(join(__dirname, '../../../exemples/87-haute-vienne-anomalies.xlsx')));
const ESSAI_REFUSE = /essai est en cours/;

async function ouvrir(): Promise<{ session: Session; lectures: () => number; feuille: string }> {
  let lectures = 0;
  const ouvrier = creerOuvrier();
  await ouvrier.ouvrir({ nom: 'contrat.xlsx', octets: OCTETS });
  const session = creerSession('contrat.xlsx', { ...ouvrier, lire: () => { lectures += 1; return ouvrier.lire(); }, congedier: () => undefined });
  const { feuilles } = await session.hote.lire();
  return { session, lectures: () => lectures, feuille: feuilles[0]!.id };
}

const valeur = async (session: Session, feuille: string, ligne: number, colonne: number) => {
  const instantane = await session.hote.lire();
  return celluleDe(instantane.feuilles.find(({ id }) => id === feuille)!, ligne, colonne)?.valeur;
};

test('le fichier ne se relit qu’après une écriture', async () => {
  const { session, lectures, feuille } = await ouvrir();
  await session.hote.lire();
  expect(lectures()).toBe(1);
  const resultat = await session.hote.appliquer({ ecritures: [{ feuille, ligne: 7, colonne: 5, avant: { valeur: 477 }, apres: { valeur: 500 }, raison: 'essai' }] });
  expect(resultat.etat).toBe('applique');
  expect(await valeur(session, feuille, 7, 5)).toBe(500);
  expect(lectures()).toBe(2);
  expect(session.lire()).toMatchObject({ ecritures: 1, telechargees: 0 });
  session.noterTelechargement();
  expect(session.lire().telechargees).toBe(1);
});

test('un essai se lit, s’annonce achevé, et ne change ni le fichier ni la copie', async () => {
  const { session, feuille } = await ouvrir();
  const annonces: unknown[] = [];
  await session.hote.ecouter!((changement) => { annonces.push(changement); });
  session.essayer({ feuille, ligne: 7, colonne: 5, contenu: { valeur: 500 }, format: null });
  expect(annonces).toEqual([{ feuille: null, distant: false, acheve: true }]);
  expect(await valeur(session, feuille, 7, 5)).toBe(500);
  expect(celluleDe(lireClasseur(await session.octets(), { nom: null }).feuilles[0]!, 7, 5)?.valeur).toBe(477);
  expect(session.lire().ecritures).toBe(0);
  session.annulerEssais();
  expect(await valeur(session, feuille, 7, 5)).toBe(477);
});

test('ni correction ni justification pendant un essai', async () => {
  const { session, feuille } = await ouvrir();
  const place = { feuille, ligne: 7, colonne: 5 };
  session.essayer({ ...place, contenu: { valeur: 500 }, format: null });
  const resultat = await session.hote.appliquer({ ecritures: [{ ...place, avant: { valeur: 477 }, apres: { valeur: 1 }, raison: 'essai' }] });
  expect(resultat).toMatchObject({ etat: 'refuse', raisons: [{ emplacement: place, message: expect.stringMatching(ESSAI_REFUSE) }] });
  await expect(session.hote.ecrireDonnees('<x/>')).rejects.toThrow(ESSAI_REFUSE);
  session.annulerEssai(place);
  await session.hote.ecrireDonnees('<donnees xmlns="urn:controle-cdppe:donnees:1"/>');
  expect(await session.hote.lireDonnees()).toContain('urn:controle-cdppe');
  expect(session.lire().ecritures).toBe(1);
});

test('une valeur attendue qui ne correspond plus : rien n’est écrit', async () => {
  const { session, feuille } = await ouvrir();
  const resultat = await session.hote.appliquer({ ecritures: [{ feuille, ligne: 7, colonne: 5, avant: { valeur: 1 }, apres: { valeur: 2 }, raison: 'essai' }] });
  expect(resultat.etat).toBe('refuse');
  expect(session.lire().ecritures).toBe(0);
});

test('le contrôle rend les vues au volet, et à la grille ce qui ne vaut pas ce que dit le fichier', async () => {
  const { session, feuille } = await ouvrir();
  const vues = await session.controleur(await session.hote.lire(), {});
  expect(vues.rapport.verdict).toBe('non_conforme');
  session.essayer({ feuille, ligne: 7, colonne: 5, contenu: { valeur: 681.2 }, format: null });
  await session.controleur(await session.hote.lire(), {});
  const recalculees = [...session.lire().jugements.get(feuille)!.values()].filter(({ origine }) => origine === 'recalculee').map(({ valeur: recalculee }) => recalculee);
  expect(recalculees.some((une) => typeof une === 'number' && Math.abs(une - 0.2) < 1e-9)).toBe(true);
});

test('mener à une cellule : une feuille inconnue est introuvable', async () => {
  const { session, feuille } = await ouvrir();
  await expect(session.hote.selectionner!({ feuille, ligne: 3, colonne: 2 })).resolves.toBe('selectionnee');
  expect(session.lire().position).toEqual({ feuille, ligne: 3, colonne: 2, depuis: 'volet' });
  await expect(session.hote.selectionner!({ feuille: 'ailleurs', ligne: 1, colonne: 1 })).resolves.toBe('introuvable');
});
