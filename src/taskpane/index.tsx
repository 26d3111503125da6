/** Entrée du volet : attend Excel, branche l'hôte, monte l'interface. */
import { createRoot } from 'react-dom/client';
import { creerHoteExcel } from '../hote/excel/hote-excel';
import { attendreExcel } from './demarrage';
import { afficherSecours } from './secours';

const racine = document.getElementById('racine');
if (!racine) throw new Error('La page n’a pas d’élément « racine ».');

attendreExcel({
  pret: () => {
    void creerHoteExcel();
    createRoot(racine).render(<p className="attente">Contrôle CDPPE est prêt.</p>);
  },
  empeche: (raison) => afficherSecours(racine, raison, new Date(), __VERSION__),
});
