import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { explainFailure, type Git, gitMissing } from "./git.ts";

/** An object of the repository. */
export interface GitObject {
  readonly oid: string;
  readonly type: "blob" | "tree" | "commit" | "tag";
  readonly content: Buffer;
}

/** Reads objects; one git process answers all requests, in their order. */
export interface Objects {
  /** @param name object id, or full name of a ref; undefined where there is none */
  read(name: string): Promise<GitObject | undefined>;
  /** Ends the process; the next request starts another. */
  close(): void;
}

interface Waiting {
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

export function openObjects(git: Git): Objects {
  let running: ReturnType<typeof startReader> | undefined;
  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        // A name on two lines would be two requests, and all later answers would be mixed up.
        if (!/^[\w./-]+$/.test(name)) throw new Error(`not the name of an object: ${name}`);
        running ??= startReader(git, () => {
          running = undefined;
        });
        running.ask(name, { resolve, reject });
      }),
    close: () => running?.process.kill(),
  };
}

function startReader(git: Git, onEnd: () => void) {
  const process: ChildProcessWithoutNullStreams = git.start(["cat-file", "--batch"]);
  const waiting: Waiting[] = [];
  let pieces: Buffer[] = [];
  let length = 0;
  let needed = 1;
  let complaint = "";

  const end = (error: Error) => {
    onEnd();
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  process.on("error", () => end(gitMissing()));
  process.on("close", () => end(explainFailure("cat-file", complaint)));
  process.stdin.on("error", () => undefined);
  process.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  process.stdout.on("data", (chunk: Buffer) => {
    pieces.push(chunk);
    length += chunk.length;
    // Put together once it is all there, however many pieces a large object comes in.
    if (length < needed) return;
    let received: Buffer = Buffer.concat(pieces, length);
    let answer = takeAnswer(received);
    for (; "rest" in answer; answer = takeAnswer(received)) {
      received = answer.rest;
      waiting.shift()?.resolve(answer.object);
    }
    [pieces, length, needed] = [[received], received.length, answer.needed];
  });
  return {
    process,
    ask(name: string, request: Waiting) {
      waiting.push(request);
      process.stdin.write(`${name}\n`);
    },
  };
}

/**
 * The first answer: `<oid> <type> <size>`, content; or `<name> missing`. Where it is not complete,
 * how many bytes have to be there before it can be.
 */
function takeAnswer(
  received: Buffer,
): { object: GitObject | undefined; rest: Buffer } | { needed: number } {
  const lineEnd = received.indexOf(10);
  if (lineEnd < 0) return { needed: received.length + 1 };
  const [oid = "", type, size] = received.toString("latin1", 0, lineEnd).split(" ");
  const start = lineEnd + 1;
  if (size === undefined) return { object: undefined, rest: received.subarray(start) };
  const end = start + Number(size);
  if (received.length < end + 1) return { needed: end + 1 };
  // A copy, so that a small object does not keep all of what was received.
  const content = Buffer.from(received.subarray(start, end));
  return {
    object: { oid, type: type as GitObject["type"], content },
    rest: received.subarray(end + 1),
  };
}
