#!/usr/bin/env node
import { registerDemo } from './demo.js';
import { registerDirectory } from './directory.js';
import { registerIntake } from './intake.js';
import { processOutput } from './output.js';
import { registerPackage } from './package.js';
import { createProgram, runProgram } from './run.js';
import { registerUndelivered } from './undelivered.js';

const program = createProgram(processOutput);
registerDirectory(program);
registerDemo(program);
registerIntake(program);
registerPackage(program);
registerUndelivered(program);
process.exitCode = await runProgram(program, process.argv.slice(2), processOutput);
