/** Page d'essai du volet : un classeur de exemples/, un hôte en mémoire, et de quoi le piloter. */
import { createRoot } from 'react-dom/client';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { Volet } from '../../../src/taskpane/Volet';
import { creerHoteMemoire, type HoteMemoire } from '../hote-memoire';
import { grossir } from './grossir';

declare global {
  interface Window {
    hoteEssai: HoteMemoire;
  }
}

async function demarrer(): Promise<void> {
  const parametres = new URLSearchParams(location.search);
  const nom = parametres.get('classeur') ?? '87-haute-vienne-anomalies';
  const reponse = await fetch(`exemples/${nom}.xlsx`);
  const lu = lireClasseur(new Uint8Array(await reponse.arrayBuffer()), { nom: `${nom}.xlsx` });
  const hote = creerHoteMemoire(parametres.has('etranger') ? { ...lu, feuilles: lu.feuilles.map((feuille) => ({ ...feuille, cellules: new Map() })) } : parametres.has('gros') ? grossir(lu) : lu);
  hote.attente = Number(parametres.get('attente') ?? 0);
  window.hoteEssai = hote;
  const fond = parametres.get('fond');
  createRoot(document.getElementById('racine')!).render(<Volet hote={hote} themeHote={fond === null ? null : { fond }} version="0.1.0" />);
}

void demarrer();
