import { identifierTaux } from '../../src/formules/taux';
import { engendrerFausses, engendrerJustes, monterCorpus, type Cas } from './corpus';

const NOMBRE = 2600;
const { tableau, service } = monterCorpus();

function identifier({ formule, taux, moment }: Cas) {
  return identifierTaux({ tableau, service, code: taux.code, moment, formule });
}

describe('corpus de formules de taux', () => {
  test(`${String(NOMBRE)} écritures justes, aucune refusée`, () => {
    const justes = engendrerJustes(NOMBRE, 1);
    const refusees = justes.flatMap((cas) => {
      const identification = identifier(cas);
      const reconnue = identification.nature === (cas.centuple ? 'centuple' : 'juste') && identification.numerateur === cas.numerateur && identification.denominateur === cas.taux.denominateur;
      return reconnue ? [] : [`${cas.formule} (${cas.taux.code}) → ${JSON.stringify(identification)}`];
    });
    expect(refusees).toEqual([]);
    expect(new Set(justes.map(({ formule }) => formule)).size).toBeGreaterThan(2000);
  });

  test('la garde reconnue est celle qui est écrite', () => {
    const contraires = engendrerJustes(NOMBRE, 1).flatMap((cas) => {
      const identification = identifier(cas);
      // MOYENNE d'une cellule vide est une erreur : la garde écrite n'y suffit pas.
      if (identification.nature !== 'juste' || cas.complete === null || cas.formule.includes('AVERAGE')) return [];
      return identification.garde.complete === cas.complete ? [] : [`${cas.formule} → ${JSON.stringify(identification.garde)}`];
    });
    expect(contraires).toEqual([]);
  });

  test(`${String(NOMBRE)} écritures fausses, aucune admise, cause juste dans 95 % des cas au moins`, () => {
    const fausses = engendrerFausses(NOMBRE, 2);
    const admises: string[] = [];
    const malNommees: string[] = [];
    for (const cas of fausses) {
      const identification = identifier(cas);
      if (identification.nature === 'juste' || identification.nature === 'centuple' || identification.nature === 'non_evaluable') admises.push(`${cas.faute} : ${cas.formule} → ${JSON.stringify(identification)}`);
      const cause = identification.nature === 'faux' ? identification.cause : identification.nature;
      if (!cas.causes.includes(cause)) malNommees.push(`${cas.faute} : ${cas.formule} → ${JSON.stringify(identification)}`);
    }
    expect(admises).toEqual([]);
    expect(new Set(fausses.map(({ formule }) => formule)).size).toBeGreaterThan(2000);
    // Bilan constaté : aucune cause mal nommée ; l'engagement est d'en nommer 95 %.
    expect(malNommees.slice(Math.floor(NOMBRE * 0.05))).toEqual([]);
  });

  test('dans Excel (valeurs vivantes), les mêmes conclusions', () => {
    const vivant = monterCorpus('vivant');
    const differents = [...engendrerJustes(400, 5), ...engendrerFausses(400, 6)].filter((cas) => {
      const identification = identifierTaux({ tableau: vivant.tableau, service: vivant.service, code: cas.taux.code, moment: cas.moment, formule: cas.formule });
      return JSON.stringify(identification) !== JSON.stringify(identifier(cas));
    });
    expect(differents).toEqual([]);
  });
});
