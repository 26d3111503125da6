/** Entrée de la page sans Excel. */
import { createRoot } from 'react-dom/client';
import { Page } from './coque/Page';
import { EXEMPLE, isExempleDemande } from './exemple';
import { installerHorsLigne } from './hors-ligne/installer';
import { embaucher, nombreDeFils } from './travail/embaucher';

const racine = document.getElementById('racine');
if (!racine) throw new Error('La page n’a pas d’élément « racine ».');

createRoot(racine).render(<Page embaucher={embaucher} fils={nombreDeFils()} version={__VERSION__} exemple={EXEMPLE} montrerExemple={isExempleDemande(location.search)} />);
installerHorsLigne();
