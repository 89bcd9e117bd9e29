import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Serves the answer from a worker of workerd on this machine, asks for it once, and stops. */
export async function runWorkerd(program, code, folder) {
  const worker = `${code}\nexport default { fetch() { return new Response(conformanceAnswer()); } };\n`;
  writeFileSync(join(folder, 'worker.mjs'), worker);
  const port = await freePort();
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "worker.mjs")],
    compatibilityDate = "2025-01-01"
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
`;
  writeFileSync(join(folder, 'config.capnp'), config);
  const child = spawn(program, ['serve', join(folder, 'config.capnp')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.on('exit', () => resolve(null)));
  try {
    for (let attempt = 0; attempt < 60; attempt++) {
      const answer = await Promise.race([ask(port), ended]);
      if (typeof answer === 'string') return answer;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`workerd gave no answer: ${said}`);
  } finally {
    child.kill('SIGKILL');
  }
}

async function ask(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  } catch {
    return undefined;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
