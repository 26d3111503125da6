import { eprouverFouillis } from './fouillis';

eprouverFouillis(25, 20200220);
