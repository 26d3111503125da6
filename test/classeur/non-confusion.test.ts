/**
 * Un libellé officiel abîmé n'est jamais pris pour un autre : au pire, il n'est plus reconnu, ou il
 * est dit ambigu. C'est la garde de tous les seuils du rapprochement.
 */
import fc from 'fast-check';
import { indicateursExacts, objectifExact, reconnaitreIndicateur, reconnaitreObjectif } from '../../src/classeur/libelles';
import { indicateurDe, INDICATEURS, type CodeIndicateur, type Indicateur } from '../../src/referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';

const remplacer = (texte: string, rang: number, par: string, longueur = 1) => texte.slice(0, rang) + par + texte.slice(rang + longueur);
const rangs = (texte: string) => Array.from({ length: texte.length }, (_, rang) => rang);
/** Mots avec ce qui les suit, l'article élidé compris ou à part : « d'enfants », puis « d' » et « enfants ». */
const decoupes = (texte: string) => [texte.split(/(?<=\s)/), texte.split(/(?<=[\s'’])/)];

const DEGATS: Readonly<Record<string, (texte: string) => readonly string[]>> = {
  'une lettre en moins': (texte) => rangs(texte).map((rang) => remplacer(texte, rang, '')),
  'une lettre doublée': (texte) => rangs(texte).map((rang) => remplacer(texte, rang, texte.charAt(rang).repeat(2))),
  'deux lettres interverties': (texte) => rangs(texte).slice(1).map((rang) => remplacer(texte, rang - 1, texte.charAt(rang) + texte.charAt(rang - 1), 2)),
  'une lettre pour une autre': (texte) => rangs(texte).filter((rang) => /[a-zà-ÿ]/i.test(texte.charAt(rang))).map((rang) => remplacer(texte, rang, 'x')),
  'un mot en moins': (texte) => decoupes(texte).flatMap((mots) => mots.map((_, rang) => mots.filter((__, autre) => autre !== rang).join(''))),
  'une espace en moins': (texte) => rangs(texte).filter((rang) => /[\s'’-]/.test(texte.charAt(rang))).map((rang) => remplacer(texte, rang, '')),
  'un mot en double': (texte) => decoupes(texte).flatMap((mots) => mots.map((mot, rang) => [...mots.slice(0, rang + 1), `${mot} `, ...mots.slice(rang + 1)].join(''))),
};

/** Indicateur qu'un libellé désigne, cherché sous son objectif, puis partout. */
function indicateursTrouves(texte: string, { objectif }: Indicateur): readonly CodeIndicateur[] {
  const exacts = indicateursExacts(texte);
  if (exacts.length > 0) return exacts;
  return [reconnaitreIndicateur(texte, { admis: (code) => indicateurDe(code).objectif === objectif }), reconnaitreIndicateur(texte)].flatMap((resultat) => (resultat.etat === 'trouve' ? [resultat.candidat.cible.code] : []));
}

const confusionsIndicateur = (indicateur: Indicateur, texte: string) =>
  indicateursTrouves(texte, indicateur).filter((code) => indicateurDe(code).nom !== indicateur.nom).map((code) => `${code} ← « ${texte} »`);

/** Un libellé abîmé qui est, mot pour mot, celui d'un autre objectif : le texte seul ne peut rien en dire. */
const isAutre = (numero: NumeroObjectif, texte: string) => (objectifExact(texte)?.numero ?? numero) !== numero;

function confusionsObjectif(numero: NumeroObjectif, texte: string): readonly string[] {
  if (isAutre(numero, texte)) return [];
  const resultat = reconnaitreObjectif(texte, 'plan');
  return resultat.etat === 'trouve' && resultat.trouve.numero !== numero ? [`${String(resultat.trouve.numero)} ← « ${texte} »`] : [];
}

const OBJECTIFS_ECRITS = OBJECTIFS.flatMap(({ numero, libelle, libellePlan }) => [...new Set([libelle, libellePlan ?? libelle])].map((texte) => ({ numero, texte })));

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

/** Jusqu'à quatre dégâts quelconques d'affilée. */
const degats = fc.array(fc.record({ lequel: fc.constantFrom(...Object.keys(DEGATS)), ou: fc.nat() }), { minLength: 1, maxLength: 4 });
const abimerPlusieurs = (texte: string, liste: readonly { readonly lequel: string; readonly ou: number }[]) =>
  liste.reduce((avant, { lequel, ou }) => { const choix = DEGATS[lequel]!(avant); return choix.length > 0 ? choix[ou % choix.length]! : avant; }, texte);

test('plusieurs dégâts à la fois, indicateurs', () => {
  fc.assert(fc.property(fc.constantFrom(...INDICATEURS), degats, (indicateur, liste) => {
    const texte = abimerPlusieurs(indicateur.libelle, liste);
    const motsPerdus = liste.filter(({ lequel }) => lequel === 'un mot en moins').length;
    // Deux mots perdus peuvent laisser, en toutes lettres, le libellé d'un autre (« IP évaluées »).
    fc.pre(motsPerdus < 2);
    expect(confusionsIndicateur(indicateur, texte)).toEqual([]);
  }), { seed: 20200220, numRuns: 4000 });
});

test('plusieurs dégâts à la fois, objectifs', () => {
  fc.assert(fc.property(fc.constantFrom(...OBJECTIFS_ECRITS), degats, ({ numero, texte }, liste) => {
    const motsPerdus = liste.filter(({ lequel }) => lequel === 'un mot en moins').length;
    // Sans « d'enfants », le 16 est le 15.
    fc.pre(motsPerdus < (numero === 16 ? 1 : 2));
    expect(confusionsObjectif(numero, abimerPlusieurs(texte, liste))).toEqual([]);
  }), { seed: 20200220, numRuns: 4000 });
});
