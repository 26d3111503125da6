/** Passe ESLint, avec la configuration du projet, sur des fragments lus en JSON sur l'entrée standard. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const fragments = JSON.parse(await text(process.stdin));
const eslint = new ESLint({
  // Un fragment n'est d'aucun projet TypeScript : les règles qui demandent les types se taisent.
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: Object.fromEntries(['no-floating-promises', 'no-misused-promises', 'await-thenable'].map((regle) => [`@typescript-eslint/${regle}`, 'off'])),
  },
});
const resultats = [];
for (const { fichier, code } of fragments) {
  const [{ messages }] = await eslint.lintText(code, { filePath: fichier });
  resultats.push(messages.filter(({ severity }) => severity === 2).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(resultats));
