// Decides the benchmark's requests with what others offer in JavaScript: peers.mjs FOLDER TENTHS_OF_A_SECOND. Reads policy.json and
// requests.ndjson there; writes answers.txt, a line for each contender: its name, nanoseconds for a decision in each round, and
// the outcomes (0 permitted, 1 paused, 2 prohibited) of as many requests as it managed in that time of the processor.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

const [folder, tenths] = process.argv.slice(2)
const packages = createRequire(pathToFileURL(`${process.env.REDLINE_PEERS_PACKAGES}/package.json`))
const policy = JSON.parse(readFileSync(`${folder}/policy.json`, 'utf8'))
const requests = readFileSync(`${folder}/requests.ndjson`, 'utf8').trim().split('\n').map(line => JSON.parse(line))
const number_of_use = new Map(policy.uses.map((use, i) => [use.path, i]))
const papers = ['red_team', 'legal_review', 'bias_audit', 'field_test']

// Each term as one rule: what is to hold for it to speak, as a text in a language's words, and what it then says.
function rules(words) {
  const {and, or, not, variable} = words
  const atom = ([asks, operand]) => ({
    'network is': () => `${variable('network')} == ${operand}`,
    'network is not': () => `${variable('network')} != ${operand}`,
    'oversight at least': () => `${variable('oversight')} >= ${operand}`,
    'oversight under': () => `${variable('oversight')} < ${operand}`,
    'persons over': () => `${variable('persons')} > ${operand}`,
    'urgent': () => variable('urgent'),
    'not urgent': () => not(variable('urgent')),
  })[asks]()
  const fresh = ([which, days]) => `${variable(papers[which])} <= ${days}`
  return policy.terms.filter(term => term.form !== 'log').map(term => {
    const unless = term.form === 'restrict' ? [atom(term.to), ...term.papers.map(fresh)].join(or)
      : term.papers.map(fresh).join(and)
    const says = [...term.when.map(atom), ...(unless === '' ? [] : [not(`(${unless})`)])].join(and)
    return {use: term.use, last: policy.uses[term.use].last, path: policy.uses[term.use].path, says,
      outcome: term.papers.length === 0 ? 2 : 1}
  })
}
const symbols = {and: ' && ', or: ' || ', not: text => `!${text}`}

// Where a single decision takes them a tenth of a second, nothing is learnt by waiting.
if (policy.terms.length > 5000) {
  writeFileSync(`${folder}/answers.txt`, '')
  process.exit(0)
}

const lines = []
/// Milliseconds that this process had a processor: machines have other work too.
function processor_time() {
  const used = process.cpuUsage()
  return (used.user + used.system) / 1000
}

/// A first round, in which engines compile what they run and whose answers are those that are checked, over as many requests as half
/// of the time allows; then rounds over the same that are measured. At least 64 requests each.
function measure(name, prepare, decide) {
  const prepared = requests.map(prepare)
  const start = processor_time()
  const half = 50 * Number(tenths)
  let answers = ''
  for (const request of prepared) {
    answers += decide(request)
    if (answers.length >= 64 && answers.length % 16 === 0 && processor_time() > start + half) break
  }
  const times = []
  while (times.length < 12 && (times.length === 0 || processor_time() < start + 2 * half)) {
    const before = processor_time()
    let count = 0
    while (count < answers.length) {
      decide(prepared[count])
      if (++count >= 64 && count % 16 === 0 && processor_time() > start + 2 * half) break
    }
    times.push(1e6 * (processor_time() - before) / count)
  }
  lines.push(`${name}|${times.map(t => t.toFixed(1)).join(' ')} : ${answers}`)
}

{
  const cedar = packages('@cedar-policy/cedar-wasm/nodejs')
  const staticPolicies = {baseline: 'permit(principal, action, resource);'}
  rules({...symbols, variable: name => `context.${name}`}).forEach((rule, i) => {
    staticPolicies[`${rule.outcome}_${i}`] = `forbid(principal, action, resource in Use::"${rule.path}") when { ${rule.says} };`
  })
  const parsed = cedar.preparsePolicySet('policy', {staticPolicies})
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
  const entity = (type, id) => ({type, id})
  measure('Cedar (wasm, stateful)', request => {
    const above = request.use.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'))
    return {
      principal: entity('User', 'one'), action: entity('Action', 'use'), resource: entity('Use', request.use),
      context: {network: request.network, oversight: request.oversight, persons: request.persons, urgent: request.urgent,
        ...Object.fromEntries(papers.map((name, i) => [name, request.days[i]]))},
      preparsedPolicySetId: 'policy',
      entities: above.map((path, i) => ({uid: entity('Use', path), attrs: {}, parents: i === 0 ? [] : [entity('Use', above[i - 1])]})),
    }
  }, call => {
    const answer = cedar.statefulIsAuthorized(call)
    if (answer.type !== 'success' || answer.response.diagnostics.errors.length !== 0) throw new Error(JSON.stringify(answer))
    if (answer.response.decision === 'allow') return 0
    return answer.response.diagnostics.reason.some(id => id[0] === '2') ? 2 : 1
  })
}

{
  const {newEnforcer, newModelFromString, StringAdapter} = packages('casbin')
  const model = newModelFromString(`
[request_definition]
r = req
[policy_definition]
p = number, use, last, rule, eft
[policy_effect]
e = !some(where (p.eft == deny))
[matchers]
m = r.req.use >= p.use && r.req.use < p.last && eval(p.rule)
`)
  // It tells of the first rule that denies: those that prohibit stand before those that pause.
  const sorted = rules({...symbols, variable: name => `r.req.${name}`}).sort((a, b) => b.outcome - a.outcome)
  const text = sorted.map((rule, i) => `p, ${rule.outcome}_${i}, ${rule.use}, ${rule.last}, ${rule.says}, deny`).join('\n')
  const enforcer = await newEnforcer(model, new StringAdapter(text))
  measure('Casbin (node)', request => ({use: number_of_use.get(request.use), network: request.network, oversight: request.oversight,
    persons: request.persons, urgent: request.urgent, ...Object.fromEntries(papers.map((name, i) => [name, request.days[i]]))}),
  request => {
    const [allowed, rule] = enforcer.enforceExSync(request)
    return allowed ? 0 : Number(rule[0][0])
  })
}

{
  const {Environment} = await import(pathToFileURL(packages.resolve('@marcbachmann/cel-js')))
  const environment = new Environment()
  for (const name of ['use', 'network', 'oversight', 'persons', ...papers]) environment.registerVariable(name, 'int')
  environment.registerVariable('urgent', 'bool')
  const all = rules({...symbols, variable: name => name}).sort((a, b) => b.outcome - a.outcome)
    .map(rule => ({outcome: rule.outcome, holds: environment.parse(`use >= ${rule.use} && use < ${rule.last} && ${rule.says}`)}))
  measure('CEL (cel-js)', request => ({use: BigInt(number_of_use.get(request.use)), network: BigInt(request.network),
    oversight: BigInt(request.oversight), persons: BigInt(request.persons), urgent: request.urgent,
    ...Object.fromEntries(papers.map((name, i) => [name, BigInt(request.days[i])]))}),
  request => {
    for (const rule of all) if (rule.holds(request)) return rule.outcome
    return 0
  })
}

writeFileSync(`${folder}/answers.txt`, lines.join('\n') + '\n')
