// peers.mjs TOOL PHRASES FILE... - other checkers of prose over the same files, in one process; it stands beside the node_modules that check.py installs.
//
// The file PHRASES has a wording a line; a tool that takes a list of one's own looks for those, the others make the checks that they come with. Prints
// the milliseconds until the tool is ready, the bytes that it then reads in a second of the processor, once it has warmed up, and what it finds in a file.
import fs from "node:fs"

const [tool, list, ...files] = process.argv.slice(2)
const phrases = fs.readFileSync(list, "utf8").trim().split("\n")
const pattern = phrase => "\\b" + phrase.replace(/ /g, "\\s+") + "\\b"

async function writeGood(options) {
  const check = (await import("write-good")).default
  return text => check(text, options).length
}

async function writeGoodOwnList() {
  const any = new RegExp("\\b(" + [...phrases].sort((a, b) => b.length - a.length).map(p => p.replace(/ /g, "\\s+")).join("|") + ")\\b", "gi")
  const off = Object.fromEntries("weasel illusion so thereIs passive adverb tooWordy cliches eprime".split(" ").map(name => [name, false]))
  const fn = text => [...text.matchAll(any)].map(m => ({ index: m.index, offset: m[0].length }))
  return writeGood({ ...off, checks: { list: { fn, explanation: "is vague" } } })
}

async function retextOwnList() {
  const { retext } = await import("retext")
  const { search } = await import("nlcst-search")
  const checker = retext().use(() => (tree, file) => search(tree, phrases, nodes => { file.message("is vague", nodes[0].position) }))
  return async text => (await checker.process(text)).messages.length
}

async function textlintOwnList() {
  const { TextlintKernel } = await import("@textlint/kernel")
  const plugin = (await import("@textlint/textlint-plugin-text")).default
  const rule = (await import("textlint-rule-terminology")).default
  const kernel = new TextlintKernel()
  const options = {
    ext: ".txt", filePath: "/plan.txt", plugins: [{ pluginId: "text", plugin: plugin.default ?? plugin }],
    rules: [{ ruleId: "terminology", rule: rule.default ?? rule, options: { defaultTerms: false, terms: phrases.map(p => [pattern(p), "say how much"]) } }],
  }
  return async text => (await kernel.lintText(text, options)).messages.length
}

async function alex() {
  const { text: check } = await import("alex")
  return text => check(text).messages.length
}

const tools = { "write-good": writeGood, "write-good-list": writeGoodOwnList, "retext-list": retextOwnList, "textlint-list": textlintOwnList, alex }
const check = await tools[tool]()
const texts = files.map(name => fs.readFileSync(name, "utf8"))
const ready = performance.now()
for (const text of texts.slice(0, 3)) await check(text)
const begin = process.cpuUsage()
let found = 0
if (texts.length > 1)
  for (const text of texts) found += await check(text)
const { user, system } = process.cpuUsage(begin)
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
console.log(ready.toFixed(0), texts.length > 1 ? Math.round(bytes / ((user + system) / 1e6)) : 0, Math.round(found / texts.length))
