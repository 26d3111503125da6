/**
 * Charge le vrai client (fichiers de `@microsoft/office-js`, tels quels) dans la page jsdom de
 * jest, branché sur l'hôte émulé. À n'appeler qu'une fois par fichier de test.
 *
 * `OFFICE_DEBUG=1` prend les versions lisibles : une pile d'erreur y a des noms.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HoteEmule } from './transport';

const BASE = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const DOSSIER = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

function source(nom: string): string {
  const lisible = process.env['OFFICE_DEBUG'] ? nom.replace(/\.js$/, '.debug.js') : nom;
  return readFileSync(join(DOSSIER, lisible), 'utf8');
}

/** Exécute un script dans la page. */
function executerScript(code: string, ajouter: (noeud: Node) => void): void {
  const script = document.createElement('script');
  script.textContent = code;
  ajouter(script);
}

/** Sert au client les scripts qu'il demande en les ajoutant à `<head>`. */
function servirScripts(): (noeud: Node) => void {
  const ajouterVraiment = document.head.appendChild.bind(document.head);
  const servir = (noeud: Node): Node => {
    if (!(noeud instanceof HTMLScriptElement) || !noeud.src.startsWith(BASE)) return ajouterVraiment(noeud);
    executerScript(source(noeud.src.slice(BASE.length)), ajouterVraiment);
    void Promise.resolve().then(() => noeud.onload?.(new Event('load')));
    return noeud;
  };
  document.head.appendChild = servir as typeof document.head.appendChild;
  return ajouterVraiment;
}

/** Rend quand `Office.onReady` a répondu ; active le garde-fou des jeux d'API. */
export async function demarrerOffice(hote: HoteEmule): Promise<void> {
  Object.defineProperty(window, 'external', { value: hote.external, configurable: true });
  const ajouter = servirScripts();
  // Le chargeur cherche sa propre adresse parmi les scripts de la page : celui-ci ne charge rien.
  const repere = document.createElement('script');
  repere.src = `${BASE}office.js`;
  ajouter(repere);
  executerScript(source('office.js'), ajouter);
  const lieu = await Office.onReady();
  if (lieu.host !== Office.HostType.Excel) throw new Error(`Hôte inattendu : ${String(lieu.host)}.`);
  Object.assign(OfficeExtension, { CommonUtility: Object.assign(utilitaires(), { _doApiNotSupportedCheck: true }) });
}

function utilitaires(): object {
  return (OfficeExtension as unknown as { CommonUtility: object }).CommonUtility;
}

/** Laisse partir le nettoyage que `Excel.run` n'attend pas. */
export async function laisserNettoyer(): Promise<void> {
  await new Promise((fini) => setTimeout(fini, 0));
  await new Promise((fini) => setTimeout(fini, 0));
}
