/** La page de production, dans Chromium, Chrome ou Edge : une seule construction pour tous les parcours. */
import { decrireChromium } from '../../hote-excel/chromium';
import { DELAI_MONTAGE_MS, monterBanc, type Banc } from './banc';
import { parcoursAcces } from './parcours-acces';
import { parcoursClasseur } from './parcours-classeur';
import { parcoursFichiers } from './parcours-fichiers';
import { parcoursLot } from './parcours-lot';

decrireChromium('la page sans Excel', (lancer) => {
  let banc: Banc;
  beforeAll(async () => { banc = await monterBanc(lancer); }, DELAI_MONTAGE_MS);
  afterAll(async () => { await banc.demonter(); });

  describe('un classeur', () => { parcoursClasseur(() => banc); });
  describe('de mauvais fichiers', () => { parcoursFichiers(() => banc); });
  describe('un lot', () => { parcoursLot(() => banc); });
  // En dernier : ses derniers parcours se font serveur arrêté.
  describe('partout', () => { parcoursAcces(() => banc); });
});
