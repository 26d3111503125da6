/** Le registre des contrôles, dans l'ordre du catalogue : ajouter un contrôle, c'est ajouter une ligne ici. */
import type { ControleEnregistre } from './controle';
import { STR_01 } from './structure/str-01';
import { STR_02 } from './structure/str-02';
import { STR_03 } from './structure/str-03';
import { STR_04 } from './structure/str-04';
import { STR_05 } from './structure/str-05';
import { STR_06 } from './structure/str-06';
import { STR_07 } from './structure/str-07';
import { FOR_01 } from './formules/for-01';
import { FOR_02 } from './formules/for-02';
import { FOR_03 } from './formules/for-03';
import { FOR_04 } from './formules/for-04';
import { FOR_05 } from './formules/for-05';
import { FOR_06 } from './formules/for-06';
import { FOR_07 } from './formules/for-07';
import { FOR_08 } from './formules/for-08';
import { IND_01 } from './indicateurs/ind-01';
import { IND_02 } from './indicateurs/ind-02';
import { IND_03 } from './indicateurs/ind-03';
import { IND_04 } from './indicateurs/ind-04';
import { IND_05 } from './indicateurs/ind-05';
import { IND_06 } from './indicateurs/ind-06';
import { IND_07 } from './indicateurs/ind-07';
import { IND_08 } from './indicateurs/ind-08';
import { IND_09 } from './indicateurs/ind-09';
import { CIB_01 } from './cibles/cib-01';
import { CIB_02 } from './cibles/cib-02';
import { CIB_03 } from './cibles/cib-03';
import { CIB_04 } from './cibles/cib-04';
import { CIB_05 } from './cibles/cib-05';
import { CIB_06 } from './cibles/cib-06';
import { FIN_01 } from './financement/fin-01';
import { FIN_02 } from './financement/fin-02';
import { FIN_03 } from './financement/fin-03';
import { FIN_04 } from './financement/fin-04';
import { FIN_05 } from './financement/fin-05';
import { FIN_06 } from './financement/fin-06';
import { FIN_07 } from './financement/fin-07';
import { FIN_08 } from './financement/fin-08';
import { FIN_09 } from './financement/fin-09';
import { COH_01 } from './coherence/coh-01';
import { COH_02 } from './coherence/coh-02';
import { COH_03 } from './coherence/coh-03';
import { COH_04 } from './coherence/coh-04';
import { COH_05 } from './coherence/coh-05';
import { SUI_01 } from './suivi/sui-01';
import { SUI_02 } from './suivi/sui-02';

export const REGISTRE: readonly ControleEnregistre[] = [
  STR_01,
  STR_02,
  STR_03,
  STR_04,
  STR_05,
  STR_06,
  STR_07,
  FOR_01,
  FOR_02,
  FOR_03,
  FOR_04,
  FOR_05,
  FOR_06,
  FOR_07,
  FOR_08,
  IND_01,
  IND_02,
  IND_03,
  IND_04,
  IND_05,
  IND_06,
  IND_07,
  IND_08,
  IND_09,
  CIB_01,
  CIB_02,
  CIB_03,
  CIB_04,
  CIB_05,
  CIB_06,
  FIN_01,
  FIN_02,
  FIN_03,
  FIN_04,
  FIN_05,
  FIN_06,
  FIN_07,
  FIN_08,
  FIN_09,
  COH_01,
  COH_02,
  COH_03,
  COH_04,
  COH_05,
  SUI_01,
  SUI_02,
];
