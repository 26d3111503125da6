/**
 * L'écoute du classeur : un seul enregistrement auprès d'Excel, quel que soit le nombre d'abonnés
 * (React monte deux fois ses effets en mode strict). Un changement est un indice, jamais un
 * inventaire : à l'appelant de temporiser et de tout recontrôler.
 */
import type { Changement, Hote } from '../port';
import { executer } from './executer';

interface Abonne {
  readonly surChangement: (changement: Changement) => void;
}

interface Retirable {
  remove(): void;
}

interface Inscription {
  readonly context: Excel.RequestContext;
  readonly retirables: readonly Retirable[];
}

interface EvenementFeuille {
  readonly worksheetId: string;
  readonly source: string;
}

type SurEvenement = (evenement: EvenementFeuille) => Promise<void>;

function inscrire(surEvenement: SurEvenement): Promise<Inscription> {
  return executer({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const retirables = [
      worksheets.onChanged.add(surEvenement),
      worksheets.onAdded.add(surEvenement),
      worksheets.onDeleted.add(surEvenement),
    ];
    await context.sync();
    return { context, retirables };
  });
}

async function desinscrire({ context, retirables }: Inscription): Promise<void> {
  for (const retirable of retirables) retirable.remove();
  await context.sync();
}

/** Exécute les tâches l'une après l'autre : un abonnement ne croise jamais un désabonnement. */
function creerFile(): <R>(tache: () => Promise<R>) => Promise<R> {
  let derniere: Promise<unknown> = Promise.resolve();
  return (tache) => {
    // L'échec d'une tâche revient à qui l'a demandée ; il n'empêche pas la suivante.
    const suite = derniere.then(tache, tache);
    derniere = suite;
    return suite;
  };
}

/** Lève `ErreurHote` si Excel refuse l'enregistrement. */
export function creerEcoute(): NonNullable<Hote['ecouter']> {
  const abonnes = new Set<Abonne>();
  const enFile = creerFile();
  let inscription: Inscription | null = null;

  const diffuser: SurEvenement = async ({ worksheetId, source }) => {
    const changement: Changement = { feuille: worksheetId, distant: source === 'Remote' };
    for (const { surChangement } of abonnes) surChangement(changement);
  };

  async function ajuster(): Promise<void> {
    if (abonnes.size > 0) inscription ??= await inscrire(diffuser);
    else if (inscription) {
      const ancienne = inscription;
      inscription = null;
      await desinscrire(ancienne);
    }
  }

  return async (surChangement) => {
    const abonne: Abonne = { surChangement };
    abonnes.add(abonne);
    await enFile(ajuster);
    return async () => {
      abonnes.delete(abonne);
      await enFile(ajuster);
    };
  };
}
