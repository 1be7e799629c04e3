import type { absences as german } from '../de/absences.js';

export const absences: typeof german = {
  askedToStandIn: (away, standIn, answer) => `➜ ${away} is away. ${standIn}, please take it over. ${answer}`,
  asOffer: (team) => `${team} (as an offer)`,
  acceptAll: (count) => (count === 1 ? 'Take 1 report' : `Take all ${count}`),
  nothingToAccept: 'You are not asked to stand in for anything here just now.',
  notOffered: 'Somebody else has it by now, or it is not to be taken over any more.',
  nobodyWord: 'Nobody on duty',
  nobody: (campus, until) =>
    until === null
      ? `Nobody is on duty at ${campus} just now. New reports go to the help desk.`
      : `Nobody is on duty at ${campus} until ${until}. New reports go to the help desk.`,
  backWord: 'On duty again',
  back: (campus) => `Somebody is on duty at ${campus} again. Reports come here again.`,
  word: 'Absence',
  summary: 'Enter an absence',
  intro: 'Enter when somebody is away. Open reports are then offered to whoever stands in.',
  notAllowed: 'Absences are entered by campus managers, the help desk and administrators.',
  known: 'Entered',
  enterTitle: 'Enter a new one',
  person: 'Who is away?',
  from: 'First day',
  to: 'Last day',
  deputy: 'Stands in (optional)',
  usualDeputy: 'As usual',
  choose: 'Type a name',
  dayError: 'Please choose a day.',
  personError: 'Please choose a person.',
  enter: 'Enter',
  change: 'Change',
  changeOf: (line) => `Change: ${line}`,
  lastDay: 'New last day',
  shorten: 'Shorten',
  takeBack: 'Take back',
  endNow: 'Back from today on',
  line: (name, from, to) => (from === to ? `${name}: ${from}` : `${name}: ${from} to ${to}`),
  withDeputy: (line, deputy) => `${line}, ${deputy} stands in`,
  fromFile: (line) => `${line} (from the organisation file)`,
  entered: (line) => `Entered: ${line}.`,
  ended: 'The absence is over.',
  shortened: (line) => `Shortened: ${line}.`,
  deputyAway: (deputy, from, to) =>
    from === to ? `Note: ${deputy} is away on ${from}.` : `Note: ${deputy} is away from ${from} to ${to}.`,
  noDeputy: (campus) => `Note: nobody stands in for ${campus}. New reports go to the help desk in that time.`,
  visits: (count) => (count === 1 ? '1 visit falls into that time.' : `${count} visits fall into that time.`),
  refusal: (reason) => {
    switch (reason.code) {
      case 'not-allowed':
        return 'Only the person, the help desk and administrators can do that.';
      case 'unknown-person':
        return 'This person is not in the directory.';
      case 'no-such-day':
        return 'There is no such day.';
      case 'ends-before-it-begins':
        return 'The last day is before the first one.';
      case 'in-the-past':
        return 'That time is over.';
      case 'overlaps':
        return 'An absence in that time is known already.';
      case 'unknown-deputy':
        return 'Whoever shall stand in is not in the directory.';
      case 'own-deputy':
        return 'Nobody can stand in for themselves.';
      case 'deputy-not-staff':
        return 'This person cannot stand in.';
      case 'too-many':
        return 'There are very many absences already.';
      case 'unknown-absence':
        return 'This absence is not there any more.';
      case 'not-shorter':
        return 'An absence can only become shorter here. For more days please enter a new one.';
    }
  },
};
