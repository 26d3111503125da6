/** L'écran de secours, daté, sans bibliothèque : il s'affiche quand rien d'autre ne le peut. */
import type { Empechement } from './demarrage';

const SANS_EXCEL = 'En attendant, le fichier se contrôle sans Excel, par la page locale ou la ligne de commande.';

const PHRASES: Readonly<Record<Empechement, readonly string[]>> = {
  absent: [
    'La bibliothèque Office.js n’a pas pu être chargée : ce réseau bloque sans doute appsforoffice.microsoft.com.',
    'Demandez à votre service informatique d’ouvrir cette adresse, ou d’installer la version du volet qui s’en passe.',
    SANS_EXCEL,
  ],
  muet: [
    'Excel ne répond pas au volet.',
    'Fermez les boîtes de dialogue d’Excel et terminez la saisie en cours, puis réessayez. Si rien ne change, fermez et rouvrez Excel.',
    SANS_EXCEL,
  ],
  hors_excel: [
    'Cette page est le volet d’un complément Excel : elle ne peut pas lire de classeur ici.',
    'Ouvrez le classeur dans Excel, puis onglet Accueil, groupe CDPPE, « Ouvrir le volet ».',
  ],
};

function paragraphe(texte: string): HTMLParagraphElement {
  const p = document.createElement('p');
  p.textContent = texte;
  return p;
}

function boutonReessayer(): HTMLButtonElement {
  const bouton = document.createElement('button');
  bouton.type = 'button';
  bouton.textContent = 'Réessayer';
  bouton.style.cssText = 'min-height:44px;padding:0 16px;font:inherit';
  bouton.addEventListener('click', () => location.reload());
  return bouton;
}

/** Remplit `racine` ; `moment` date l'essai, pour qui lira une copie d'écran. */
export function afficherSecours(racine: HTMLElement, raison: Empechement, moment: Date, version: string): void {
  const titre = document.createElement('h1');
  titre.textContent = 'Le contrôle CDPPE ne peut pas s’ouvrir';
  titre.style.fontSize = '1.25rem';
  const ecran = document.createElement('main');
  ecran.style.padding = '16px';
  const alerte = document.createElement('div');
  alerte.setAttribute('role', 'alert');
  const date = moment.toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' });
  alerte.append(titre, ...PHRASES[raison].map(paragraphe), boutonReessayer(), paragraphe(`Essai du ${date}, version ${version}.`));
  ecran.append(alerte);
  racine.replaceChildren(ecran);
}
