/*
 * page.js FILE... - each page in headless Chromium, at the width of a desk and of a telephone: axe-core may find no fault,
 * nothing may be wider than the screen, nothing may be fetched, and no script of the page may fail. NODE_PATH says where
 * axe-core and puppeteer-core are; CHROMIUM names another browser than Debian's.
 */
'use strict';
const fs = require('fs');
const path = require('path');
const url = require('url');
const puppeteer = require('puppeteer-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const screens = [['desk', 1280, 900], ['telephone', 320, 640]];

/* What reaches past the right edge of the screen; what is kept out of sight on purpose is passed over. */
function tooWide() {
	const width = document.documentElement.clientWidth;
	const found = [];

	if (document.documentElement.scrollWidth <= width)
		return found;
	for (const e of document.body.querySelectorAll('*')) {
		const box = e.getBoundingClientRect();

		if (box.right > width + 1 && box.width > 0)
			found.push(e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ends at ' + Math.round(box.right));
	}
	return found.length > 0 ? found.slice(0, 5) : ['the page is ' + document.documentElement.scrollWidth + ' wide'];
}

function describe(v) {
	return v.id + ': ' + v.help + v.nodes.slice(0, 3).map(n => '\n        ' + n.target.join(' ') + '  ' + n.html.slice(0, 140)).join('');
}

async function judge(browser, file, [name, width, height]) {
	const page = await browser.newPage();
	const faults = [];

	page.on('pageerror', e => faults.push('a script fails: ' + e.message));
	page.on('request', r => {
		if (!r.url().startsWith('file:') && !r.url().startsWith('data:'))
			faults.push('fetches ' + r.url());
	});
	await page.setViewport({ width, height, isMobile: width < 500, hasTouch: width < 500 });
	await page.goto(url.pathToFileURL(path.resolve(file)).href, { waitUntil: 'load' });
	faults.push(...await page.evaluate(tooWide));
	await page.evaluate(axe);
	const result = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
	faults.push(...result.violations.map(describe));
	await page.close();
	for (const f of faults)
		console.log(file + ' (' + name + ', ' + width + ' px): ' + f);
	return faults.length;
}

async function main(files) {
	const executablePath = browsers.find(b => b && fs.existsSync(b));
	let faults = 0;

	if (!executablePath)
		throw new Error('no Chromium: install the Debian package chromium, or name one in CHROMIUM');
	const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
	try {
		for (const file of files)
			for (const screen of screens)
				faults += await judge(browser, file, screen);
	} finally {
		await browser.close();
	}
	console.log('pages: ' + files.length + ' files at ' + screens.length + ' widths, ' + faults + ' faults');
	return faults === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(code => process.exit(code), e => { console.error('page.js: ' + e.message); process.exit(2); });
