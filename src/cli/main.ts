#!/usr/bin/env node
import { registerCalendar } from './calendar.js';
import { registerDemo } from './demo.js';
import { registerDirectory } from './directory.js';
import { registerIntake } from './intake.js';
import { registerJobs } from './jobs.js';
import { registerKnowledge } from './knowledge.js';
import { processOutput } from './output.js';
import { registerPackage } from './package.js';
import { registerPhotos } from './photos.js';
import { registerPolicy } from './policy.js';
import { createProgram, runProgram } from './run.js';
import { registerSla } from './sla.js';
import { registerUndelivered } from './undelivered.js';

const program = createProgram(processOutput);
registerDirectory(program);
registerCalendar(program);
registerDemo(program);
registerIntake(program);
registerJobs(program);
registerKnowledge(program);
registerPackage(program);
registerPhotos(program);
registerPolicy(program);
registerSla(program);
registerUndelivered(program);
process.exitCode = await runProgram(program, process.argv.slice(2), processOutput);
