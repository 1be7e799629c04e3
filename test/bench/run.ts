import { benchCalendar } from './calendar.js';
import { benchDue } from './due.js';
import { benchIntake } from './intake.js';
import { benchLists } from './lists.js';
import { benchTurns } from './turn-cost.js';

/** Each benchmark prints ratios that were measured in one run; absolute numbers differ from machine to machine. */
const benchmarks: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = {
  calendar: benchCalendar,
  due: benchDue,
  intake: benchIntake,
  lists: benchLists,
  turns: benchTurns,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`benchmark ${name} …`);
  await bench((line) => {
    console.log(line);
  });
}
