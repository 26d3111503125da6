/** Un message durable : une panne, un résultat périmé, un refus. */
import { Suspense, type ReactNode } from 'react';
import { aLaDemande } from './a-la-demande';

const Message = aLaDemande(() => import('./Message'));

export interface ProprietesBandeau {
  readonly nature: 'error' | 'warning' | 'info' | 'success';
  readonly titre?: string;
  readonly children: ReactNode;
  readonly action?: { readonly nom: string; readonly faire: () => void };
}

export function Bandeau(proprietes: ProprietesBandeau) {
  return <Suspense fallback={null}><Message {...proprietes} /></Suspense>;
}
