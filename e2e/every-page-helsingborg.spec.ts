import { jest } from '@jest/globals';
import { seeEveryPage } from './support/every-page.js';
import { TOWNS } from './support/towns.js';

jest.setTimeout(300_000);

seeEveryPage(TOWNS[1]!, 'narrow');
