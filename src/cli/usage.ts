/** Erreurs d'usage : ce que l'utilisateur a mal tapé, dit en français. */
import type { CommanderError } from 'commander';

/** Demande mal formée ; son message se montre tel quel. */
export class ErreurUsage extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ErreurUsage';
  }
}

/** Messages de commander 12, par code : le motif en garde ce qui varie. */
const TRADUCTIONS: Readonly<Record<string, readonly [motif: RegExp, phrase: (...pris: readonly string[]) => string]>> = {
  'commander.unknownOption': [/unknown option '(.*?)'/, (option) => `option inconnue : ${option!}`],
  'commander.unknownCommand': [/unknown command '(.*?)'/, (nom) => `commande inconnue : ${nom!}`],
  'commander.missingArgument': [/argument '(.*?)'/, (nom) => `il manque un argument : ${nom!}`],
  'commander.optionMissingArgument': [/option '(.*?)'/, (option) => `l'option ${option!} demande une valeur`],
  'commander.missingMandatoryOptionValue': [/option '(.*?)'/, (option) => `l'option ${option!} est obligatoire`],
  'commander.excessArguments': [/Expected (\d+) .* but got (\d+)/, (attendus, recus) => `trop d'arguments : ${attendus!} au plus, ${recus!} reçus`],
  'commander.conflictingOption': [/option '(.*?)' cannot be used with option '(.*?)'/, (a, b) => `les options ${a!} et ${b!} ne vont pas ensemble`],
};

/** Traduit une erreur de commander ; garde son message d'origine si elle est inattendue. */
export function traduireErreur({ code, message }: Pick<CommanderError, 'code' | 'message'>): string {
  const traduction = TRADUCTIONS[code];
  const pris = traduction?.[0].exec(message);
  if (!traduction || !pris) return message.replace(/^error: /, '');
  const proche = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  const phrase = traduction[1](...pris.slice(1));
  if (proche !== undefined) return `${phrase} (vouliez-vous dire ${proche} ?)`;
  return code === 'commander.unknownCommand' ? `${phrase}. Pour contrôler un fichier : cdppe controler ${pris[1]!}` : phrase;
}
