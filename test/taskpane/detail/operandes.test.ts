import { lireDossier } from '../../../src/classeur/lire-dossier';
import { operandesDe } from '../../../src/taskpane/detail/operandes';
import { lireExemple } from '../../moteur/vues/aide';

const tableau = lireDossier(lireExemple('87-haute-vienne-anomalies')).tableau!;
/** Colonne G : cible 2022. */
const dire = (formule: string) => operandesDe(formule, { tableau, colonne: 7 }).map(({ role, adresse, nom }) => `${role ?? 'sans rôle'} ${adresse} ${nom}`);

test.each([
  ['rapport', '=G13/G11', ['Numérateur G13 bilans réalisés par un médecin de PMI', 'Dénominateur G11 cohorte des 3-4 ans scolarisés']],
  ['garde ôtée', '=IF(G11=0,"",G12/G11)', ['Numérateur G12 bilans de santé en école maternelle', 'Dénominateur G11 cohorte des 3-4 ans scolarisés']],
  ['autre année, dite', '=F12/G11', ['Numérateur F12 bilans de santé en école maternelle [cible 2021]', 'Dénominateur G11 cohorte des 3-4 ans scolarisés']],
  ['somme : pas de rôle', '=G12+G13', ['sans rôle G12 bilans de santé en école maternelle', 'sans rôle G13 bilans réalisés par un médecin de PMI']],
  ['une cellule citée deux fois se nomme une fois', '=G12*G12', ['sans rôle G12 bilans de santé en école maternelle']],
  ['plage, autre feuille, hors tableau, illisible', '=SUM(G11:G12)+Autre!G12+Z99', []],
  ['illisible', '=G11/(', []],
])('%s', (_, formule, attendu) => {
  expect(dire(formule)).toEqual(attendu);
});
