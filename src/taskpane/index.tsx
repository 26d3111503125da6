/** Entrée du volet : attend Excel, branche l'hôte, monte l'interface. Seul fichier du volet qui connaisse Office.js. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chargerEcriture, chargerInsertion, creerHoteExcel } from '../hote/excel/hote-excel';
import { davance } from './communs/a-la-demande';
import { attendreExcel } from './demarrage';
import type { ThemeHote } from './hooks/useTheme';
import { afficherSecours } from './secours';
import { Volet } from './Volet';

const racine = document.getElementById('racine');
if (!racine) throw new Error('La page n’a pas d’élément « racine ».');

/** Absent sur le web et dans d'anciens Excel, malgré ce qu'en disent les types. */
function themeHote(): ThemeHote | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor ? { fond: theme.bodyBackgroundColor } : null;
}

davance(chargerEcriture);
davance(chargerInsertion);

attendreExcel({
  pret: () => {
    const hote = creerHoteExcel();
    createRoot(racine).render(<StrictMode><Volet hote={hote} themeHote={themeHote()} version={__VERSION__} /></StrictMode>);
  },
  empeche: (raison) => afficherSecours(racine, raison, new Date(), __VERSION__),
});
