import { FOR_03 } from '../../../src/controles/formules/for-03';
import { changerFeuille, eprouver, poser, sansFeuille, situer, valeur, type Modif } from '../aide';
import { celluleDe, cleCellule } from '../../../src/classeur/instantane';

const taux = valeur('o22-taux', 'diagnostic');
const centuple = poser(taux, { formule: '={o22-accompagnes}/{o22-retours}*100' });

/** Change le format d'une cellule sans toucher à son contenu. */
const auFormat = (format: string): Modif => (instantane, origine) => {
  const { feuille: id, ligne, colonne } = situer(origine, taux)!;
  return changerFeuille(instantane, id, (feuille) => ({ ...feuille, cellules: new Map(feuille.cellules).set(cleCellule(ligne, colonne), { ...celluleDe(feuille, ligne, colonne)!, format }) }));
};

eprouver(FOR_03, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'cent fois le rapport au format %', modifs: [centuple],
    attendus: [{ ou: taux, gravite: 'alerte', objectif: 22, indicateur: 'o22-taux', message: ['multiplie le rapport par cent', '4 444 %'], attendu: '44,4 %', correction: { type: 'proposee', avant: { formule: '=D57/D56*100' }, apres: { formule: '=IF(D56=0,"",D57/D56)' } } }],
  },
  { nom: 'cent fois le rapport, hors format % : admis', modifs: [centuple, auFormat('0.0')], attendus: [] },
  { nom: 'cent fois le rapport, format standard : admis', modifs: [centuple, auFormat('General')], attendus: [] },
  { nom: '« % » littéral dans le format : ce n’est pas le format %', modifs: [centuple, auFormat('0.0" %"')], attendus: [] },
  { nom: 'le rapport hors format % : admis', modifs: [auFormat('0.00')], attendus: [] },
  { nom: 'formule fausse : FOR-02, pas ici', modifs: [poser(taux, { formule: '={o22-retours}/{o22-accompagnes}*100' })], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
