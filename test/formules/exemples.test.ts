/** Les classeurs d'exemple : chaque taux et chaque total, par le vrai lecteur. */
import { readFileSync } from 'node:fs';
import { formatA1 } from '../../src/classeur/adresse';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { colonnesMontants } from '../../src/formules/montants';
import { proposerTaux } from '../../src/formules/style';
import { identifierTaux } from '../../src/formules/taux';
import { identifierLigneTotal, identifierTotaux } from '../../src/formules/totaux';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { TAUX } from '../../src/referentiel/taux';

function examiner(fichier: string) {
  const instantane = lireClasseur(new Uint8Array(readFileSync(`exemples/${fichier}`)), { nom: fichier });
  const { tableau, plan } = lireDossier(instantane);
  const service = creerServiceValeurs(instantane);
  const anormaux: Record<string, string> = {};
  let identifies = 0;
  for (const { code } of TAUX) {
    for (const moment of tableau!.moments) {
      identifies += 1;
      const identification = identifierTaux({ tableau: tableau!, service, code, moment });
      const suite = identification.nature === 'faux' ? ` : ${identification.description}` : '';
      const proposee = proposerTaux({ tableau: tableau!, service, code, moment });
      if (identification.nature !== 'juste') anormaux[formatA1(tableau!.indicateurs.get(code)!.ligne, moment.colonne)] = `${identification.nature}${suite} → ${String(proposee)}`;
      else if (!identification.garde.siVides) anormaux[formatA1(tableau!.indicateurs.get(code)!.ligne, moment.colonne)] = `sans garde → ${String(proposee)}`;
    }
  }
  const totaux = [...plan!.objectifs.values()].flatMap(({ lignes }) => identifierTotaux({ plan: plan!, service, lignes }));
  const bas = [...colonnesMontants(plan!), plan!.colonnes.total!].map((colonne) => identifierLigneTotal({ plan: plan!, service, colonne })!);
  for (const { ligne, colonne, identification } of [...totaux, ...bas]) if (identification.nature !== 'juste') anormaux[formatA1(ligne, colonne)] = identification.nature;
  const nonRecalculees = instantane.feuilles.flatMap((feuille) => [...feuille.cellules.values()].filter(({ formule }) => formule !== null).flatMap(({ ligne, colonne }) => {
    const { raison } = service.valeur(feuille.id, ligne, colonne);
    return raison === null ? [] : [`${formatA1(ligne, colonne)} : ${raison}`];
  }));
  return { identifies: identifies + totaux.length + bas.length, anormaux, nonRecalculees };
}

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['annexe-5-vierge.xlsx', {}, []],
  ['87-haute-vienne-conforme.xlsx', {}, []],
  ['87-haute-vienne-conforme-libreoffice.xlsx', {}, []],
  ['57-moselle-variante.xlsx', {}, []],
  ['87-haute-vienne-anomalies.xlsx', {
    D10: 'constante → =IF(D9=0,"",D7/D9)',
    G15: 'faux : prend au numérateur les bilans réalisés par un médecin de PMI au lieu des bilans de santé en école maternelle → =IF(G11=0,"",G12/G11)',
    H28: 'sans garde → =IF(H27=0,"",H26/H27)',
    F33: 'vide → =IF(F32=0,"",F31/F32)',
    D47: 'faux : divise par les IP entrantes au lieu des IP évaluées → =IF(D45=0,"",D46/D45)',
    D58: 'centuple → =IF(D56=0,"",D57/D56)',
    I20: 'constante',
  }, [
    'D15 : le texte « 2 657 » se lit différemment selon les réglages du poste',
    'E28 : le texte « 2 761 » se lit différemment selon les réglages du poste',
    'I21 : le texte « 65 000 € » se lit différemment selon les réglages du poste',
    'I38 : elle dépend de I21 : le texte « 65 000 € » se lit différemment selon les réglages du poste',
  ]],
])('%s', (fichier, anormaux, nonRecalculees) => {
  expect(examiner(fichier)).toEqual({ identifies: 85, anormaux, nonRecalculees });
});
