/** L'aide de commander, en français. */
import { Command, Help, type Option } from 'commander';

const TITRES: readonly (readonly [string, string])[] = [
  ['Usage:', 'Usage :'],
  ['Arguments:', 'Arguments :'],
  ['Options:', 'Options :'],
  ['Commands:', 'Commandes :'],
];

class AideFrancaise extends Help {
  override formatHelp(commande: Command, aide: Help): string {
    return TITRES.reduce((texte, [anglais, francais]) => texte.replace(new RegExp(`^${anglais}`, 'm'), francais), super.formatHelp(commande, aide));
  }

  override optionDescription({ description, defaultValue }: Option): string {
    return typeof defaultValue === 'string' ? `${description} (${defaultValue} par défaut)` : description;
  }

  override commandUsage(commande: Command): string {
    return super.commandUsage(commande).replace('[command]', '[commande]');
  }

  override subcommandTerm(commande: Command): string {
    return super.subcommandTerm(commande).replace(' [options]', '');
  }
}

/** Commande dont l'aide est en français, comme celle de ses sous-commandes. */
export class Commande extends Command {
  override createCommand(nom?: string): Commande {
    return new Commande(nom);
  }

  override createHelp(): Help {
    return Object.assign(new AideFrancaise(), this.configureHelp());
  }
}
