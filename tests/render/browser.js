import { chromium } from 'playwright-core';

/** Opens Debian's Chromium, or the one that JCACOP_TEST_CHROMIUM names, so that it fetches nothing and leaves nothing behind. */
export const openBrowser = () => chromium.launch({
  executablePath: process.env.JCACOP_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
