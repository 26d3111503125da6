import { exemple, decrireDossier } from '../../classeurs/lecture-comparable';
import * as M from '../../classeurs/mutations-cdppe';
import { defusionner } from '../../classeurs/mutations';
import { lireDossier } from '../../../src/classeur/lire-dossier';
test('dbg', () => {
  const i = exemple('57-moselle-variante.xlsx'); const { tableau, plan } = M.situer(i);
  const m = [{ ...tableau, max: tableau.colonnes.indicateur }, { ...plan, max: plan.colonnes.objectif }].reduce((avant, { feuille, max }) =>
    defusionner(defusionner(avant, feuille.nom, { repeter: true, garder: ({ colonne }) => colonne > max }), feuille.nom), i);
  const d = lireDossier(m); console.log(decrireDossier(lireDossier(i)), decrireDossier(d), d.plan?.enTete, d.plan?.forme, d.plan?.objectifs.get(1), d.plan?.colonnesManquantes);
});
