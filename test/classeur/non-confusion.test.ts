/**
 * Un libellé officiel abîmé n'est jamais pris pour un autre : au pire, il n'est plus reconnu, ou il
 * est dit ambigu. C'est la garde de tous les seuils du rapprochement.
 */
import { reconnaitreObjectif } from '../../src/classeur/libelles';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { confusionsIndicateur, confusionsObjectif, DEGATS, indicateursTrouves, isAutre, OBJECTIFS_ECRITS } from '../classeurs/degats';
import { eprouverDegats } from '../classeurs/degats-multiples';

describe.each(Object.entries(DEGATS))('%s', (_, abimer) => {
  test('aucun indicateur pris pour un autre', () => {
    expect(INDICATEURS.flatMap((indicateur) => abimer(indicateur.libelle).flatMap((texte) => confusionsIndicateur(indicateur, texte)))).toEqual([]);
  });

  test('aucun objectif pris pour un autre', () => {
    expect(OBJECTIFS_ECRITS.flatMap(({ numero, texte }) => abimer(texte).flatMap((abime) => confusionsObjectif(numero, abime)))).toEqual([]);
  });
});

test('les seuls libellés abîmés qui en deviennent un autre, mot pour mot', () => {
  const autres = OBJECTIFS_ECRITS.flatMap(({ numero, texte }) => Object.values(DEGATS).flatMap((abimer) => abimer(texte).filter((abime) => isAutre(numero, abime)).map((abime) => `${String(numero)} → ${abime}`)));
  expect([...new Set(autres)]).toEqual(['16 → Soutenir les parents en situation de handicap']);
});

describe('une lettre en moins n’empêche presque jamais de reconnaître', () => {
  const taux = (reconnus: readonly boolean[]) => reconnus.filter(Boolean).length / reconnus.length;
  test('indicateurs, sous leur objectif', () => {
    expect(taux(INDICATEURS.flatMap((indicateur) => DEGATS['une lettre en moins']!(indicateur.libelle).map((texte) => indicateursTrouves(texte, indicateur).length > 0)))).toBeGreaterThan(0.97);
  });
  test('objectifs', () => {
    expect(taux(OBJECTIFS_ECRITS.flatMap(({ texte }) => DEGATS['une lettre en moins']!(texte).map((abime) => reconnaitreObjectif(abime, 'plan').etat === 'trouve')))).toBeGreaterThan(0.99);
  });
});

eprouverDegats(3000, 20200220);
