import { jest } from '@jest/globals';
import { BOTH_WAYS, seeEveryPage } from './support/every-page.js';
import { TOWNS } from './support/towns.js';

jest.setTimeout(300_000);

seeEveryPage(TOWNS[0]!, BOTH_WAYS);
