/**
 * Une cause, un constat : un constat cède quand un contrôle auquel le sien cède le pas en a déjà un
 * sur la même cause (catalogue, « Une cause, un constat »).
 */
import type { CodeControle } from '../controles/codes';
import type { Constat } from '../controles/constat';

export function arbitrer(constats: readonly Constat[], cede: (code: CodeControle) => readonly CodeControle[]): readonly Constat[] {
  const causesParCode = new Map<CodeControle, Set<string>>();
  for (const { code, causes } of constats) {
    const ensemble = causesParCode.get(code) ?? new Set<string>();
    for (const cause of causes) ensemble.add(cause);
    causesParCode.set(code, ensemble);
  }
  return constats.filter(
    ({ code, causes }) => !cede(code).some((autre) => causes.some((cause) => causesParCode.get(autre)?.has(cause))),
  );
}
