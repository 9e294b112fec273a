/** What `node tools/beliefs.mjs` checks and writes. */
export { beliefProblems } from './check';
export { withBeliefs } from './page';
export { BELIEFS } from './register';
export { worldOf } from './world';
