// What a browser fetches of a first page that it has never seen, and of a second one after it: requests and bytes on the wire, headers
// included, by Chromium's own account. Prints "PATH REQUESTS BYTES" for each.
//   node view.js http://127.0.0.1:PORT FIRST_PATH SECOND_PATH...      (CHROMIUM names the browser, default "chromium")
'use strict'
const { spawn } = require('node:child_process')
const fs = require('node:fs'); const os = require('node:os'); const path = require('node:path')
const [site, ...pages] = process.argv.slice(2)
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'view-'))
const browser = spawn(process.env.CHROMIUM || 'chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe', `--user-data-dir=${profile}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
const waiting = new Map(); let heard = () => {}; let id = 0; let rest = ''
browser.stdio[4].on('data', data => { // JSON messages, with a zero byte after each
  const parts = (rest + data).split('\0'); rest = parts.pop()
  for (const message of parts.map(part => JSON.parse(part))) {
    if (!message.id) { heard(message); continue }
    const [resolve, reject] = waiting.get(message.id); waiting.delete(message.id)
    if (message.error) reject(new Error(message.error.message)); else resolve(message.result)
  }
})
const call = (method, params = {}, sessionId) => new Promise((resolve, reject) => {
  waiting.set(++id, [resolve, reject]); browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0')
})
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

async function view (tab, url) {
  const requests = new Map(); let last = Date.now(); let loaded = false
  heard = ({ sessionId, method, params }) => {
    if (sessionId !== tab) return
    if (method.startsWith('Network')) last = Date.now()
    if (method === 'Network.requestWillBeSent' && params.request.url.startsWith('http')) requests.set(params.requestId, { bytes: 0, cached: false })
    const request = requests.get(params.requestId)
    if (request && method === 'Network.requestServedFromCache') request.cached = true
    if (request && method === 'Network.responseReceived' && params.response.fromDiskCache) request.cached = true
    if (request && method === 'Network.loadingFinished') request.bytes = params.encodedDataLength
    if (method === 'Page.loadEventFired') loaded = true
  }
  await call('Page.navigate', { url }, tab)
  for (const end = Date.now() + 30000; Date.now() < end && !(loaded && Date.now() - last > 1500);) await sleep(100)
  const sent = [...requests.values()].filter(request => !request.cached)
  return [sent.length, sent.reduce((sum, request) => sum + request.bytes, 0)]
}

(async () => {
  const { browserContextId } = await call('Target.createBrowserContext')
  const { targetId } = await call('Target.createTarget', { url: 'about:blank', browserContextId, width: 412, height: 915 })
  const { sessionId: tab } = await call('Target.attachToTarget', { targetId, flatten: true })
  await call('Network.enable', {}, tab); await call('Page.enable', {}, tab)
  for (const page of pages) console.log(page, ...await view(tab, site + page))
})().catch(error => { console.error(error.message); process.exitCode = 1 }).finally(async () => {
  browser.kill(); await sleep(1000); fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 }); process.exit()
})
