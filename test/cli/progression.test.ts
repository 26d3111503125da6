/** L'avancement d'un lot : une barre sur un terminal, une ligne de temps en temps sinon. */
import { join } from 'node:path';
import { executer } from '../../src/cli/programme';
import { SANS_STYLE } from '../../src/rapport/rapporteur';
import { octetsDe, tirerLot } from '../classeurs/lot';
import { dossierProvisoire, EXEMPLES } from './aide';

const CONTRATS = tirerLot(7, 9);
const sains = Object.fromEntries(CONTRATS.map((contrat) => [contrat.fichier, octetsDe(contrat)]));
const [premier] = Object.values(sains) as [Uint8Array];
const malades = { 'malades/tronque.xlsx': premier.subarray(0, 4000), 'malades/vide.xlsx': new Uint8Array(), 'malades/autre.xlsx': premier.subarray(0, 10) };

describe('progression', () => {
  async function suivre(fichiers: readonly string[], terminal: boolean): Promise<readonly (readonly [string, string | null])[]> {
    const traces: (readonly [string, string | null])[] = [];
    const noter = (canal: string) => (texte: string | null) => { traces.push([canal, texte]); };
    await executer(['controler', ...fichiers, '--format', 'ndjson'], { ecrire: noter('ecran'), signaler: noter('signal'), style: SANS_STYLE, largeur: 100, ...(terminal && { progresser: noter('barre') }) });
    return traces;
  }

  test('sur un terminal, la barre s’efface avant tout ce qui s’écrit', async () => {
    const traces = await suivre([dossierProvisoire({ ...sains, ...malades })], true);
    const barres = traces.filter(([canal, texte]) => canal === 'barre' && texte !== null);
    expect(barres).toHaveLength(CONTRATS.length + 3);
    expect(barres[0]![1]).toMatch(/^\[·{24}\] 1 \/ 12 /);
    traces.forEach(([canal, texte], rang) => {
      if (canal === 'barre' || texte === '') return;
      expect(traces.slice(0, rang).filter(([autre]) => autre === 'barre').pop()![1]).toBeNull();
    });
    expect(traces.filter(([canal]) => canal === 'barre').pop()![1]).toBeNull();
  });

  test('hors d’un terminal, une ligne tous les cent fichiers ; rien pour un petit lot', async () => {
    const vide = new TextEncoder().encode('x');
    const lot = dossierProvisoire(Object.fromEntries(Array.from({ length: 205 }, (_, rang) => [`${String(rang)}.xlsx`, vide])));
    const signaux = (await suivre([lot], false)).filter(([canal]) => canal === 'signal').map(([, texte]) => texte!);
    expect(signaux.filter((ligne) => !ligne.includes('.xlsx'))).toEqual(['100 fichiers lus sur 205', '200 fichiers lus sur 205']);
    expect((await suivre([join(EXEMPLES, 'annexe-5-vierge.xlsx')], true)).filter(([canal]) => canal === 'barre')).toEqual([]);
  });
});
