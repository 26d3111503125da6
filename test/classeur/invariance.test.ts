/** Ce qui déplace sans rien changer ne change rien à la lecture, ni au rapport. */
import fc from 'fast-check';
import type { Instantane, Plage } from '../../src/classeur/instantane';
import { exemple, lireComparable } from '../classeurs/lecture-comparable';
import { changerFeuille, defusionner, deplacer, feuilleNeuve, inserer, insererFeuille, masquer, renommer, reordonner } from '../classeurs/mutations';
import { situer } from '../classeurs/mutations-cdppe';

const BASES = ['87-haute-vienne-conforme.xlsx', '87-haute-vienne-anomalies.xlsx', '57-moselle-variante.xlsx', 'annexe-5-vierge.xlsx'] as const;

interface Retouche {
  readonly nom: string;
  readonly faire: (instantane: Instantane) => Instantane;
}

/** Rang d'une des feuilles d'origine : la retouche suit les renommages. */
const rang = fc.integer({ min: 0, max: 1 });
const nomDe = ({ feuilles }: Instantane, numero: number) => feuilles[numero % feuilles.length]!.nom;

const insertion = fc.record({ numero: rang, sens: fc.constantFrom('ligne' as const, 'colonne' as const), avant: fc.integer({ min: 1, max: 75 }), nombre: fc.integer({ min: 1, max: 3 }) })
  .map(({ numero, sens, avant, nombre }): Retouche => {
    const place = sens === 'ligne' ? avant : 1 + (avant % 13);
    return { nom: `${String(nombre)} ${sens}(s) devant ${String(place)}, feuille ${String(numero)}`, faire: (instantane) => inserer(instantane, nomDe(instantane, numero), sens, place, nombre) };
  });

const ETRANGERES = [
  feuilleNeuve('Sommaire', [['Sommaire'], ['Tableau de bord'], ["Plan d'action"]]),
  feuilleNeuve('Notes de réunion', [['Objectif', 'Suite'], ['Renforcer les liens avec la PMI', 'à voir'], ['Engagement 1 : relire', 12]]),
  feuilleNeuve('Données', [['Commune', 'Naissances'], ['Limoges', 1402], ['Panazol', 98]]),
];
const feuilles = fc.record({ place: fc.integer({ min: 0, max: 2 }), laquelle: fc.integer({ min: 0, max: 2 }) })
  .map(({ place, laquelle }): Retouche => ({ nom: `feuille ${ETRANGERES[laquelle]!.nom} en ${String(place)}`, faire: (instantane) =>
    instantane.feuilles.some(({ nom }) => nom === ETRANGERES[laquelle]!.nom) ? instantane : insererFeuille(instantane, Math.min(place, instantane.feuilles.length), ETRANGERES[laquelle]!) }));

const renommage = fc.record({ numero: rang, nom: fc.constantFrom("Suivi de l'année", 'TDB', 'Feuil1', '5.2 – 5.3', 'Plan d’action (copie)') })
  .map(({ numero, nom }): Retouche => ({ nom: `renommer ${String(numero)} en ${nom}`, faire: (instantane) =>
    instantane.feuilles.some((feuille) => feuille.nom === nom) ? instantane : renommer(instantane, nomDe(instantane, numero), nom) }));

const ordre: fc.Arbitrary<Retouche> = fc.constant({ nom: 'ordre inverse', faire: (instantane) => reordonner(instantane, instantane.feuilles.map((_, place) => instantane.feuilles.length - 1 - place)) });

const masquage = fc.record({ numero: rang, quoi: fc.constantFrom('feuille', 'tres', 'lignes', 'colonnes') })
  .map(({ numero, quoi }): Retouche => ({ nom: `masquer ${quoi} ${String(numero)}`, faire: (instantane) => {
    const nom = nomDe(instantane, numero);
    if (quoi === 'feuille') return masquer(instantane, nom);
    if (quoi === 'tres') return masquer(instantane, nom, 'tres_masquee');
    return changerFeuille(instantane, nom, (feuille) => (quoi === 'lignes' ? { ...feuille, lignesMasquees: new Set([8, 9, 20]) } : { ...feuille, colonnesMasquees: new Set([1, 4, 7]) }));
  } }));

const retouches = fc.array(fc.oneof({ weight: 4, arbitrary: insertion }, feuilles, renommage, ordre, masquage), { minLength: 1, maxLength: 6 });

/** Libellés répétés sur chaque ligne, pour que tout bloc puisse se déplacer. */
function repeter(instantane: Instantane): Instantane {
  const { tableau, plan } = situer(instantane);
  return [{ ...tableau, max: tableau.colonnes.indicateur }, { ...plan, max: plan.colonnes.objectif }].reduce((avant, { feuille, enTete, max }) => {
    const dansEnTete = ({ ligne }: Plage) => ligne <= enTete.derniereLigne;
    return defusionner(defusionner(avant, feuille.nom, { repeter: true, garder: (plage) => dansEnTete(plage) || plage.colonne > max }), feuille.nom, { garder: dansEnTete });
  }, instantane);
}

/** Déplace les lignes d'un objectif devant celles d'un autre. */
const deplacement = fc.record({ nature: fc.constantFrom('tableau' as const, 'plan' as const), lequel: fc.nat(), devant: fc.nat() })
  .map(({ nature, lequel, devant }): Retouche => ({ nom: `${nature} : bloc ${String(lequel % 26)} devant ${String(devant % 26)}`, faire: (instantane) => {
    const { feuille, objectifs } = situer(instantane)[nature];
    const blocs = [...objectifs.values()];
    const { lignes } = blocs[lequel % blocs.length]!;
    const [avant] = blocs[devant % blocs.length]!.lignes;
    // Deux lignes d'action du plan se suivent : un bloc ne s'ouvre pas pour en recevoir un autre.
    return avant === lignes[0] ? instantane : deplacer(instantane, feuille.nom, 'ligne', lignes[0]!, lignes.length, avant!);
  } }));

function prouver(fichier: string, intact: Instantane, arbitraire: fc.Arbitrary<readonly Retouche[]>, numRuns: number): void {
  const intacte = lireComparable(intact);
  fc.assert(
    fc.property(arbitraire, (liste) => {
      expect(lireComparable(liste.reduce((instantane, { faire }) => faire(instantane), intact))).toEqual(intacte);
    }),
    { seed: 20200220, numRuns, reporter: (bilan) => {
      if (bilan.failed) throw new Error(`${fichier} : ${bilan.counterexample![0].map(({ nom }) => nom).join(' ; ')}\n${String(bilan.errorInstance)}`);
    } },
  );
}

describe.each(BASES)('%s', (fichier) => {
  test('insérer, masquer, renommer, réordonner ne change ni valeur ni constat', () => {
    prouver(fichier, exemple(fichier), retouches, 40);
  });

  test('déplacer les blocs d’objectifs ne change ni valeur ni constat', () => {
    prouver(fichier, repeter(exemple(fichier)), fc.array(fc.oneof({ weight: 3, arbitrary: deplacement }, insertion), { minLength: 1, maxLength: 4 }), 25);
  });
});
