/** Nos données dans le classeur : une partie customXml à notre espace de noms. */
import { executer } from './executer';

/** Le même espace de noms que l'hôte fichier. */
export const ESPACE_DONNEES = 'urn:controle-cdppe:donnees:1';

function partiesDe(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parties = context.workbook.customXmlParts.getByNamespace(ESPACE_DONNEES);
  parties.load('items/id');
  return parties;
}

/** XML de la première partie, ou `null`. Attend la fin d'une saisie en cours : personne ne l'a demandé. */
export function lireDonnees(): Promise<string | null> {
  return executer({ delayForCellEdit: true }, async (context) => {
    const parties = partiesDe(context);
    await context.sync();
    const [premiere] = parties.items;
    if (!premiere) return null;
    const xml = premiere.getXml();
    await context.sync();
    // eslint-disable-next-line office-addins/load-object-before-read -- un ClientResult ne se charge pas, il s'attend
    return xml.value;
  });
}

/** Garde une seule partie ; `null` les retire toutes. */
export function ecrireDonnees(xml: string | null): Promise<void> {
  return executer({}, async (context) => {
    const parties = partiesDe(context);
    await context.sync();
    const [premiere, ...doubles] = parties.items;
    for (const double of doubles) double.delete();
    if (xml === null) premiere?.delete();
    else if (premiere) premiere.setXml(xml);
    else context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
}
