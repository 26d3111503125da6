import { join } from 'node:path';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { ANOMALIES, CONFORME, dossierProvisoire, lancer } from './aide';

test.each(['texte', 'html', 'json'])('deux versions, en %s', async (format) => {
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
