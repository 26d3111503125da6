import { ANOMALIES, dossierProvisoire, lancer } from './aide';

const ANGLAIS = /\b(?:error|usage:|options:|commands:|arguments:|unknown|missing|default|display|help for|command\]|did you mean|choices)\b/i;

describe('une commande mal écrite rend 2, une phrase en français, et rien sur la sortie', () => {
  test.each([
    ['option inconnue', ['controler', ANOMALIES, '--foramt', 'json'], 'option inconnue : --foramt (vouliez-vous dire --format ?)'],
    ['option inconnue, sans voisine', ['--zzz'], 'option inconnue : --zzz'],
    ['commande inconnue', ['controlr', 'x.xlsx'], 'commande inconnue : controlr (vouliez-vous dire controler ?)'],
    ['commande oubliée', ['contrat.xlsx'], 'commande inconnue : contrat.xlsx. Pour contrôler un fichier : cdppe controler contrat.xlsx'],
    ['aucun fichier', ['controler'], 'il manque un argument : FICHIERS_OU_DOSSIERS'],
    ['valeur oubliée', ['controler', ANOMALIES, '--format'], 'l\'option -f, --format <FORMAT> demande une valeur'],
    ['format inconnu', ['controler', ANOMALIES, '-f', 'pdf'], 'format inconnu : pdf.'],
    ['département inconnu', ['controler', ANOMALIES, '-d', '999'], 'département inconnu : 999.'],
    ['département vide', ['controler', ANOMALIES, '-d', ''], 'département inconnu'],
    ['verrou d’Excel seul', ['controler', '~$contrat.xlsx'], 'aucun classeur à contrôler'],
  ])('%s', async (_, argv, phrase) => {
    const { code, sortie, erreurs } = await lancer(...argv);
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreurs[0]!.startsWith(`cdppe : ${phrase}`)).toBe(true);
    expect(erreurs.join('\n')).not.toMatch(ANGLAIS);
  });
});

describe('l’aide', () => {
  test.each([[['--help']], [['controler', '--help']], [['help', 'controler']], [['help']]])('%j est en français et rend 0', async (argv) => {
    const { code, sortie, erreurs } = await lancer(...argv);
    expect({ code, erreurs }).toEqual({ code: 0, erreurs: [] });
    expect(sortie).toContain('Usage : cdppe');
    expect(sortie).not.toMatch(ANGLAIS);
  });

  test('celle de controler dit les options, les codes de sortie et des exemples', async () => {
    const { sortie } = await lancer('controler', '--help');
    for (const attendu of ['FICHIERS_OU_DOSSIERS', '--format', '--departement', 'Codes de sortie', 'Exemples']) expect(sortie).toContain(attendu);
  });

  test('sans rien, elle se montre en erreur et rend 2', async () => {
    const { code, sortie, erreurs } = await lancer();
    expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
    expect(erreurs.join('\n')).toContain('Usage : cdppe');
  });

  test('--version dit la version du paquet', async () => {
    expect(await lancer('--version')).toEqual({ code: 0, sortie: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, erreurs: [] });
  });
});

test('un fichier illisible se dit en une ligne, sans pile', async () => {
  const dossier = dossierProvisoire({ 'a.xlsx': 'PK\u0003\u0004 pas vraiment une archive' });
  const { erreurs } = await lancer('controler', `${dossier}/a.xlsx`);
  expect(erreurs).toHaveLength(1);
  expect(erreurs[0]).not.toMatch(/\n|\bat .+:\d+/);
});
