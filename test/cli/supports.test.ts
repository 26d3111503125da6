/** Ce que la commande dit, et laisse, quand le support refuse : plein, en lecture seule, disparu en route. */
import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import type * as disque from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ANOMALIES, CONFORME, dossierProvisoire, lancer } from './aide';

type Geste = 'open' | 'writeFile' | 'sync' | 'rename' | 'unlink' | 'mkdir';

/** Code de la panne à servir, par geste ; les autres gestes sont les vrais. */
const pannes: Partial<Record<Geste, string>> = {};
const panneDe = (geste: Geste): Error | null => (pannes[geste] === undefined ? null : Object.assign(new Error(`${pannes[geste]}: ${geste}`), { code: pannes[geste] }));

jest.mock('node:fs/promises', () => {
  const vrai = jest.requireActual<typeof disque>('node:fs/promises');
  const refuser = (geste: Geste) => {
    const panne = panneDe(geste);
    if (panne) throw panne;
  };
  return {
    ...vrai,
    open: async (...arguments_: Parameters<typeof vrai.open>) => {
      refuser('open');
      const fichier = await vrai.open(...arguments_);
      for (const geste of ['writeFile', 'sync'] as const) {
        const faire = fichier[geste].bind(fichier) as (...reste: unknown[]) => Promise<void>;
        Object.assign(fichier, { [geste]: async (...reste: unknown[]) => { refuser(geste); return faire(...reste); } });
      }
      return fichier;
    },
    rename: async (...arguments_: Parameters<typeof vrai.rename>) => { refuser('rename'); return vrai.rename(...arguments_); },
    unlink: async (...arguments_: Parameters<typeof vrai.unlink>) => { refuser('unlink'); return vrai.unlink(...arguments_); },
    mkdir: async (...arguments_: Parameters<typeof vrai.mkdir>) => { refuser('mkdir'); return vrai.mkdir(...arguments_); },
  };
});

beforeEach(() => {
  for (const geste of Object.keys(pannes) as Geste[]) delete pannes[geste];
});

const anomalies = new Uint8Array(readFileSync(ANOMALIES));
const octetsDe = (chemin: string) => new Uint8Array(readFileSync(chemin));

const PANNES: readonly (readonly [Geste, string, RegExp])[] = [
  ['writeFile', 'ENOSPC', /plus de place sur le support/],
  ['sync', 'ENOSPC', /plus de place sur le support/],
  ['rename', 'EPERM', /L’écriture y est refusée : vérifiez vos droits, et que ce fichier n’est pas ouvert dans Excel/],
  ['rename', 'EBUSY', /ouvert dans un autre logiciel : fermez-le/],
  ['open', 'EACCES', /L’écriture y est refusée : vérifiez vos droits sur ce dossier/],
  ['open', 'EROFS', /en lecture seule : choisissez un autre dossier avec --sortie/],
  ['mkdir', 'EACCES', /L’écriture y est refusée/],
];

describe.each<readonly [string, (source: string, dossier: string) => readonly string[], string]>([
  ['corriger', (source, dossier) => ['corriger', source, '--sortie', dossier, '--ecraser'], '87-corrige.xlsx'],
  ['controler --format json', (source, dossier) => ['controler', source, '--format', 'json', '--sortie', join(dossier, 'r.json'), '--ecraser'], 'r.json'],
  ['diagnostiquer --insee', (source, dossier) => ['diagnostiquer', source, '--insee', '--remplacer', 'tout', '--sortie', dossier, '--ecraser'], '87-diagnostic.xlsx'],
])('%s', (_commande, argv, nom) => {
  test.each(PANNES)('%s refusé (%s) : dit clairement, l’ancien fichier intact, pas de demi-fichier', async (geste, code, motif) => {
    const dossier = dossierProvisoire({ '87.xlsx': anomalies, [`s/${nom}`]: 'ancien' });
    pannes[geste] = code;
    const { code: sortie, erreurs } = await lancer(...argv(join(dossier, '87.xlsx'), join(dossier, 's')));
    expect(sortie).toBe(2);
    expect(erreurs.join('\n')).toMatch(motif);
    expect(erreurs.join('\n')).toContain(geste === 'mkdir' ? join(dossier, 's') : nom);
    expect(erreurs.join('\n')).not.toMatch(/\.tmp|Erreur inattendue/);
    expect(readdirSync(join(dossier, 's'))).toEqual([nom]);
    expect(readFileSync(join(dossier, 's', nom), 'utf8')).toBe('ancien');
    expect(octetsDe(join(dossier, '87.xlsx'))).toEqual(anomalies);
  });
});

test('un fichier provisoire qui ne s’enlève plus est nommé, et la première panne reste dite', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  Object.assign(pannes, { writeFile: 'ENOSPC', unlink: 'EIO' });
  const { erreurs } = await lancer('corriger', join(dossier, '87.xlsx'));
  expect(erreurs[0]).toMatch(/plus de place sur le support.*Le fichier provisoire .*\.tmp est resté : supprimez-le/);
});

test('un support en lecture seule : ni le fichier provisoire ni son retrait ne masquent la cause', async () => {
  const dossier = dossierProvisoire({ '87.xlsx': anomalies });
  Object.assign(pannes, { open: 'EROFS', unlink: 'EROFS' });
  const { erreurs } = await lancer('corriger', join(dossier, '87.xlsx'));
  expect(erreurs).toEqual([expect.stringMatching(/87-corrige\.xlsx n’a pas pu être écrit\. Ce support est en lecture seule/)]);
});

describe('jamais la source, sous aucun nom', () => {
  test.each<readonly [string, (dossier: string) => void]>([
    ['lien symbolique', (dossier) => symlinkSync(join(dossier, '87.xlsx'), join(dossier, 's/87-corrige.xlsx'))],
    ['lien symbolique relatif', (dossier) => symlinkSync('../87.xlsx', join(dossier, 's/87-corrige.xlsx'))],
    ['lien physique', (dossier) => linkSync(join(dossier, '87.xlsx'), join(dossier, 's/87-corrige.xlsx'))],
  ])('%s', async (_nom, lier) => {
    const dossier = dossierProvisoire({ '87.xlsx': anomalies, 's/vide': '' });
    lier(dossier);
    const { code, erreurs } = await lancer('corriger', join(dossier, '87.xlsx'), '--sortie', join(dossier, 's'), '--ecraser');
    expect([code, erreurs[0]]).toEqual([2, expect.stringContaining('est un des classeurs d’origine')]);
    expect(octetsDe(join(dossier, '87.xlsx'))).toEqual(anomalies);
  });

  test('le nom de sortie d’un classeur est un autre classeur du lot, donné par un chemin relatif détourné', async () => {
    const conforme = octetsDe(CONFORME);
    const dossier = dossierProvisoire({ 'x.xlsx': anomalies, 'x-corrige.xlsx': conforme, 'autre/vide': '' });
    const { code, erreurs } = await lancer('corriger', join(dossier, 'x.xlsx'), join(relative(process.cwd(), dossier), 'autre/../x-corrige.xlsx'), '--sortie', `${dossier}/autre/..`, '--ecraser');
    expect([code, erreurs[0]]).toEqual([2, expect.stringContaining('est un des classeurs d’origine')]);
    expect(octetsDe(join(dossier, 'x-corrige.xlsx'))).toEqual(conforme);
  });

  test('un lien vers un fichier étranger est remplacé ; ce qu’il désignait reste intact', async () => {
    const dossier = dossierProvisoire({ '87.xlsx': anomalies, 'ailleurs.xlsx': 'à garder' });
    symlinkSync(join(dossier, 'ailleurs.xlsx'), join(dossier, '87-corrige.xlsx'));
    await lancer('corriger', join(dossier, '87.xlsx'), '--ecraser');
    expect(readFileSync(join(dossier, 'ailleurs.xlsx'), 'utf8')).toBe('à garder');
    expect(existsSync(join(dossier, '87-corrige.xlsx'))).toBe(true);
  });
});
