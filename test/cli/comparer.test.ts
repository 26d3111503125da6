import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { ANOMALIES, CONFORME, dossierProvisoire, lancer } from './aide';

test.each(['texte', 'html', 'json', 'csv'])('deux versions, en %s', async (format) => {
  const { code, sortie, erreurs } = await lancer('comparer', CONFORME, ANOMALIES, '--format', format);
  expect([code, erreurs]).toEqual([0, []]);
  expect(sortie).toContain('FIN-01');
  if (format === 'json') expect(JSON.parse(sortie)).toMatchObject({ avant: { verdict: 'conforme' }, apres: { verdict: 'non_conforme' } });
});

test.each([
  ['absent', 'nulle-part.xlsx', /introuvable/],
  ['étranger', 'paie.xlsx', /n’est pas un classeur de contrat .* rien à comparer\.$/],
])('un fichier %s : dit, code 2, jamais « aucune donnée n’a changé »', async (_, nom, attendu) => {
  const dossier = dossierProvisoire({ 'paie.xlsx': fabriquerClasseur([{ nom: 'Paie', lignes: [['Nom', 'Salaire']] }]) });
  for (const chemins of [[CONFORME, join(dossier, nom)], [join(dossier, nom), CONFORME]]) {
    const { code, sortie, erreurs } = await lancer('comparer', ...chemins);
    expect([code, sortie, erreurs]).toEqual([2, '', [expect.stringMatching(attendu)]]);
  }
});

test('dans un fichier : écrit une fois, jamais par-dessus sans le dire', async () => {
  const sortie = join(dossierProvisoire(), 'comparaison.html');
  const options = ['comparer', CONFORME, ANOMALIES, '--format', 'html', '--sortie', sortie];
  expect(await lancer(...options)).toEqual({ code: 0, sortie: '', erreurs: [] });
  expect(readFileSync(sortie, 'utf8')).toContain('Comparaison de deux versions');
  expect(await lancer(...options)).toEqual({ code: 2, sortie: '', erreurs: [`${sortie} existe déjà. Déplacez-le ou renommez-le, ou ajoutez --ecraser pour le remplacer.`] });
  expect((await lancer(...options, '--ecraser')).code).toBe(0);
  expect((await lancer('comparer', CONFORME, ANOMALIES, '--sortie', CONFORME, '--ecraser')).erreurs.join()).toContain('classeurs d’origine');
});
