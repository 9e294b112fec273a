import { spawn } from 'node:child_process';
import { claspProblem } from './clasp-problem.mjs';

/** A problem explained in one sentence, to show instead of a stack trace. */
export class SheetProblem extends Error {}

/**
 * Runs one command of clasp and waits for its answer. clasp never asks a question: its output isn't a terminal.
 * @param {string} program the JavaScript file of clasp
 * @param {string} doing what is tried, for the sentence: "push the program"
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<any>} what clasp answered with --json
 * @throws {SheetProblem} when it answered anything else, whatever its exit code
 */
export const ask = (program, doing, args, cwd) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args, '--json'], {
      cwd,
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let answer = '';
    let said = '';
    child.stdout.on('data', (text) => {
      answer += text;
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      try {
        if (code === 0) return resolve(JSON.parse(answer));
      } catch {
        // Not JSON: clasp has said in words what it didn't do.
      }
      reject(new SheetProblem(claspProblem(doing, `${said}\n${answer}`)));
    });
  });
