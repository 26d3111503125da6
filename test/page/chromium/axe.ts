/** axe-core dans la page : ce qui gêne sérieusement, et rien d'autre. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Violations sérieuses ou critiques, une ligne chacune. Les butées de focus de Fluent (tabster) sont
 * mises à part : invisibles, elles renvoient le focus au lieu de le garder.
 */
export async function violations(page: Page): Promise<readonly string[]> {
  // Évalué par le navigateur, et non chargé par la page : sa politique de sécurité l'interdirait.
  await page.evaluate(SOURCE);
  const { violations: trouvees } = await page.evaluate<AxeResults>('axe.run({ exclude: [["[data-tabster-dummy]"]] }, { resultTypes: ["violations"] })');
  return trouvees
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id} (${help}) : ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
