import { eprouverFouillis } from './fouillis';

jest.setTimeout(600_000);
eprouverFouillis(600, 20201015);
