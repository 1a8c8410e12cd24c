// Every page in the newest Chromium.
import { testEveryPage } from './every_page.mjs';
import { launchNewest } from './newest.mjs';

testEveryPage(launchNewest);
