/** Ce que l'hôte dit de lui-même au démarrage du client (`window.external.GetContext`). */
import type { ClasseurEmule } from './modele';

export type Theme = 'clair' | 'sombre';

/** Couleurs des thèmes d'Office, en entiers ; des gris, où l'ordre des octets ne compte pas. */
const THEMES: Readonly<Record<Theme, object>> = {
  clair: { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x262626, controlBackgroundColor: 0xf3f3f3, controlForegroundColor: 0x262626 },
  sombre: { bodyBackgroundColor: 0x262626, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x363636, controlForegroundColor: 0xffffff },
};

export function contexteOffice(classeur: () => ClasseurEmule, jeu: number, theme: Theme): object {
  const jeux = { ExcelApi: `1.${jeu}`, DelayForCellEdit: '1.1', DialogApi: '1.2', AddinCommands: '1.1', CustomXmlParts: '1.1' };
  const reponses: Readonly<Record<string, unknown>> = {
    GetAppType: 1, GetSolutionRef: 'controle-cdppe', GetAppVersionMajor: 16, GetAppVersionMinor: 1,
    GetAppUILocale: 'fr-FR', GetAppDataLocale: 'fr-FR', GetAppCapabilities: 0, GetActivationMode: 1,
    GetControlIntegrationLevel: 1, GetSolutionToken: '', GetCorrelationId: '', GetInstanceId: 'instance',
    GetTouchEnabled: false, GetCommerceAllowed: false, GetSupportedMatrix: JSON.stringify(jeux),
    GetHostFullVersion: '16.0.14332', GetInitialDisplayMode: 0,
    GetOfficeThemeInfo: JSON.stringify(THEMES[theme]),
  };
  const methodes = Object.fromEntries(Object.entries(reponses).map(([nom, valeur]) => [nom, () => valeur]));
  return { ...methodes, GetDocUrl: () => classeur().nom ?? '', GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) };
}
