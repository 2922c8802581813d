/*
 * browser.js CHROMIUM PAGE... - quality reports as their readers use them, in a real browser: findings are sorted and filtered, a box
 * of the golden thread leads to its item, all of it by keyboard alone too; the printed page holds every finding; nothing
 * scrolls sideways on a screen of 320 dots; no script fails and nothing is fetched.
 */
'use strict';
const path = require('path');
const { execFileSync } = require('child_process');
const { chromium } = require(path.join(process.env.JUDGE, 'node_modules/playwright-core'));

let failed = 0, passed = 0;

function check(good, words) {
	if (good)
		passed++;
	else {
		failed++;
		console.log(`FAIL browser: ${words}`);
	}
}

/* Opens a page and keeps what went wrong on it. */
async function open(browser, file, options) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const faults = [];

	page.on('pageerror', (e) => faults.push(`script: ${e.message}`));
	page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') faults.push(`console: ${m.text()}`); });
	page.on('request', (r) => { if (r.url() !== page.url() && !r.isNavigationRequest()) faults.push(`request: ${r.url()}`); });
	await page.goto('file://' + path.resolve(file));
	return { page, faults, close: () => context.close() };
}

const shown = (page) => page.$$eval('.finding', (all) => all.filter((f) => f.getClientRects().length > 0).map((f) => ({ ...f.dataset, id: f.id })));

async function sortAndFilter(page, name) {
	const all = await shown(page);
	const said = () => page.textContent('#shown');
	const weight = { error: 0, warning: 1, note: 2 };

	check(all.length > 0 && (await said()).includes(`${all.length} of ${all.length}`), `${name}: the count of findings is said`);
	await page.selectOption('[name=order]', 'severity');
	const sorted = (await shown(page)).map((f) => weight[f.severity]);
	check(sorted.length === all.length && sorted.every((w, i) => i === 0 || sorted[i - 1] <= w), `${name}: gravest first`);
	await page.selectOption('[name=order]', 'rule');
	const rules = (await shown(page)).map((f) => f.rule);
	check(rules.every((r, i) => i === 0 || rules[i - 1] <= r), `${name}: by rule`);
	await page.selectOption('[name=order]', 'place');
	check((await shown(page)).map((f) => f.id).join() === all.map((f) => f.id).join(), `${name}: back in the order of the page`);

	await page.uncheck('[name=warning]');
	await page.uncheck('[name=note]');
	const errors = all.filter((f) => f.severity === 'error').length;
	check((await shown(page)).length === errors && (await said()).includes(`${errors} of ${all.length}`), `${name}: errors alone`);
	await page.click('#tools button[type=reset]');
	await page.waitForFunction((n) => document.getElementById('shown').textContent.includes(`${n} of ${n}`), all.length);
	const family = all[0].rule.split('-')[0];
	await page.selectOption('[name=family]', family);
	check((await shown(page)).every((f) => f.rule.startsWith(family + '-')), `${name}: one family of rules`);
	await page.click('#tools button[type=reset]');
	await page.fill('[name=words]', 'no such words anywhere');
	check((await shown(page)).length === 0, `${name}: words that stand nowhere`);
	/* A link to a finding that is filtered out shows it all the same. */
	await page.evaluate((id) => { location.hash = id; }, all[all.length - 1].id);
	await page.waitForFunction((id) => document.getElementById(id).getClientRects().length > 0, all[all.length - 1].id, { timeout: 3000 })
		.then(() => check(true, ''), () => check(false, `${name}: a link to a hidden finding shows it`));
}

/* A browser goes to a place in its page when it comes to it, not at the press of the key. */
function goesTo(page, place) {
	return page.waitForFunction((hash) => location.hash === hash, place, { timeout: 3000 }).then(() => true, () => false);
}

async function followThread(page, name) {
	const boxes = await page.$$('#thread-picture a.box');

	if (boxes.length === 0)
		return;
	const target = (await boxes[boxes.length - 1].getAttribute('href')).slice(1);
	await boxes[boxes.length - 1].scrollIntoViewIfNeeded();
	await boxes[boxes.length - 1].hover();
	check(await page.$eval('#thread-picture', (p) => p.classList.contains('followed')), `${name}: the ties of a box stand out`);
	await boxes[boxes.length - 1].click();
	check(await goesTo(page, `#${target}`), `${name}: a box of the thread leads to its item`);
	check(await page.$eval(`#${target}`, (row) => row.matches('tr:target') && row.getBoundingClientRect().top < innerHeight),
	    `${name}: and the item is in sight`);
}

/* Tab alone reaches the skip link, the thread, the tools, the audit; Enter and Space work them. */
async function keyboard(browser, file, name) {
	const { page, close } = await open(browser, file, { viewport: { width: 1200, height: 900 } });
	const seen = { skip: false, box: false, tools: false, audit: false }, bare = [];
	const thread = await page.$('#thread-picture a.box') !== null;
	let went = null, toggled = null;

	for (let i = 0; i < 2500 && !(seen.tools && seen.audit && (seen.box || !thread)); i++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const e = document.activeElement, rect = e.querySelector && e.querySelector('rect');
			const ring = (s) => s !== null && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;

			return { what: e.className.baseVal !== undefined ? e.className.baseVal : e.className, name: e.name || '', tools: e.closest('#tools') !== null,
			    audit: e.closest('#audit') !== null, href: e.getAttribute('href') || '',
			    ring: ring(getComputedStyle(e)) || (rect && parseFloat(getComputedStyle(rect).strokeWidth) >= 3) };
		});
		seen.skip = seen.skip || (i === 0 && at.href === '#main');
		if (!at.ring && bare.length < 3)
			bare.push(JSON.stringify(at));
		if (at.what.includes('box') && !seen.box) {
			seen.box = true;
			await page.keyboard.press('Enter');
			went = await goesTo(page, at.href);
			await page.evaluate((href) => document.querySelector(`#thread-picture a[href="${href}"]`).focus(), at.href);
		}
		if (at.tools && at.name === 'warning' && !seen.tools) {
			const before = (await shown(page)).length;
			const warnings = await page.locator('.finding.warning').count();

			seen.tools = true;
			await page.keyboard.press('Space');
			// a good plan has none to take out: then nothing may go
			toggled = before - (await shown(page)).length === warnings;
			await page.keyboard.press('Space');
		}
		seen.audit = seen.audit || at.audit;
	}
	check(seen.skip, `${name}: the first stop is the link past the head`);
	check(!thread || went === true, `${name}: Enter on a box of the thread leads to its item`);
	check(toggled !== false && seen.tools, `${name}: Space on "warnings" takes them out`);
	check(seen.audit, `${name}: Tab comes to the audit`);
	check(bare.length === 0, `${name}: every stop shows where it is: ${bare.join(' ')}`);
	await close();
}

async function printed(browser, file, name) {
	const { page, close } = await open(browser, file, { viewport: { width: 1200, height: 900 } });
	const out = path.join(process.env.JUDGE, 'page.pdf');

	/* Even what is filtered out on the screen is printed. */
	if (await page.$('[name=error]') !== null)
		await page.uncheck('[name=error]');
	const words = await page.$$eval('.finding h4', (all) => all.map((h) => h.lastChild.textContent.trim()).filter((t) => t.length > 12));
	await page.pdf({ path: out, format: 'A4' });
	const text = execFileSync('pdftotext', ['-layout', '-nopgbrk', out, '-'], { maxBuffer: 1 << 26 }).toString().replace(/\s+/g, '');
	const lost = words.filter((w) => !text.includes(w.replace(/\s+/g, '').slice(0, 40)));
	check(words.length > 0 && lost.length === 0, `${name}: the printed page holds every finding; ${lost.length} of ${words.length} are lost: ${lost[0]}`);
	await close();
}

async function narrow(browser, file, name) {
	const { page, faults, close } = await open(browser, file, { viewport: { width: 320, height: 640 } });
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);

	check(wide <= 320, `${name}: scrolls sideways on a screen of 320 dots: ${wide}`);
	check(faults.length === 0, `${name}: at 320 dots: ${faults.join('; ')}`);
	await close();
}

/* Without scripts every finding is there, and no tool that would do nothing. */
async function plain(browser, file, name) {
	const { page, close } = await open(browser, file, { javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
	const all = await page.locator('.finding').count();

	check(await page.locator('.finding:visible').count() === all, `${name}: without scripts every finding is there`);
	check(await page.locator('#tools:visible').count() === 0, `${name}: without scripts no tools stand idle`);
	await close();
}

async function report(browser, file) {
	const name = path.basename(file);
	const { page, faults, close } = await open(browser, file, { viewport: { width: 1200, height: 900 } });

	await sortAndFilter(page, name);
	await followThread(page, name);
	check(faults.length === 0, `${name}: ${faults.join('; ')}`);
	await close();
	await keyboard(browser, file, name);
	await printed(browser, file, name);
	await plain(browser, file, name);
}

(async () => {
	const [program, ...files] = process.argv.slice(2);
	const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });

	for (const file of files) {
		const { page, close } = await open(browser, file, {});
		const findings = await page.locator('#finding-list .finding').count();

		await close();
		if (findings > 0)
			await report(browser, file);
		await narrow(browser, file, path.basename(file));
	}
	await browser.close();
	console.log(`browser: ${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
})();
