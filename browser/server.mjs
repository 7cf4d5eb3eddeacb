// Starts the real product with demonstration data in a folder of its own, and stops it again.
// Everything that knows reflex's command line is in this file.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BINARY = process.env.REFLEX_BINARY ?? new URL("../target/debug/reflex", import.meta.url).pathname;
const PATIENCE_MS = 120_000;

/** A running server: its address, its people by role, and `stop()`. */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), "reflex-journey-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(BINARY, ["demo", "--data", folder, "--listen", `127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = [];
  for (const output of [child.stdout, child.stderr]) output.on("data", (text) => said.push(text.toString()));
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.once("error", (problem) => said.push(`cannot start ${BINARY}: ${problem.message}\n`));

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  process.once("exit", () => child.kill("SIGKILL"));

  try {
    await answers(`${address}/sign-in`, child);
    return { address, people: peopleIn(said.join("")), said, stop };
  } catch (problem) {
    await stop();
    throw new Error(`${problem.message}\nThe server said:\n${said.join("")}`);
  }
}

/**
 * The sign-ins that `reflex demo` prints, one line per role: the words after the role are login and password.
 * Answers `{ coordinator: { login, password }, … }`, each person by role (the first of it) and by login.
 */
export function peopleIn(text) {
  const roles = "administrator|coordinator|contact[ _-]point|officer|chemist|analyst|observer|supporter";
  const line = new RegExp(`^\\W*(${roles})\\W+(\\S+)\\s+(?:\\W\\s+)?(\\S+)\\s*$`, "gim");
  const people = {};
  for (const [, role, login, password] of text.matchAll(line)) {
    people[role.toLowerCase().replace(/[ _]/, "-")] ??= { login, password };
    people[login] ??= { login, password };
  }
  return people;
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits until the address answers, the program ends, or patience does. */
async function answers(url, child) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.pid === undefined) throw new Error("The server ended before it answered.");
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The server did not answer within ${PATIENCE_MS / 1000} s.`);
}
