#!/usr/bin/env node
import { registerDirectory } from './directory.js';
import { processOutput } from './output.js';
import { createProgram, runProgram } from './run.js';

const program = createProgram(processOutput);
registerDirectory(program);
process.exitCode = await runProgram(program, process.argv.slice(2), processOutput);
