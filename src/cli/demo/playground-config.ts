import { stringify } from 'yaml';

/** A person as the Playground names them to the bot. */
export interface PlaygroundPerson {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
}

/** What one Playground window pretends: who sits in front of it, and in which team. */
export interface PlaygroundWorld {
  /** Goes into all ids, so that two windows at one bot are two worlds. Lower case letters. */
  readonly name: string;
  readonly botName: string;
  readonly currentUser: PlaygroundPerson;
  /** Further members of the team, at most five. */
  readonly others: readonly PlaygroundPerson[];
  readonly teamName: string;
  /** The team's channel beside "General". */
  readonly channelName: string;
}

/** The name under which the Playground looks for its configuration in its working folder. */
export const playgroundConfigFile = '.m365agentsplayground.yml';

/** The same in each window: a bot lives in one tenant. */
export const playgroundTenantId = '00000000-0000-0000-0000-0000000000a1';
const botId = '00000000-0000-0000-0000-0000000000b1';

/** The Playground accepts exactly this many. */
const numberOfOthers = 5;

/**
 * The text of a Playground's configuration file.
 *
 * @throws RangeError with more than five others: the Playground would refuse them
 */
export function playgroundConfig(world: PlaygroundWorld): string {
  if (world.others.length > numberOfOthers) {
    throw new RangeError(`A Playground has at most ${numberOfOthers} other people`);
  }
  const fillers = Array.from({ length: numberOfOthers - world.others.length }, (_, index) => ({
    id: `00000000-0000-0000-0000-0000000000f${index}`,
    name: `Guest ${index + 1}`,
  }));
  return stringify({
    version: '0.1.1',
    tenantId: playgroundTenantId,
    bot: { id: botId, name: world.botName },
    currentUser: user(world, world.currentUser, 0),
    users: [...world.others, ...fillers].map((person, index) => user(world, person, index + 1)),
    personalChat: { id: `${world.name}-personal-chat` },
    groupChat: { id: `${world.name}-group-chat`, name: 'Group Chat' },
    team: {
      id: `19:${world.name}-general@thread.tacv2`,
      name: world.teamName,
      aadGroupId: '00000000-0000-0000-0000-0000000000c1',
      channels: [{ id: `19:${world.name}-channel@thread.tacv2`, name: world.channelName }],
    },
  });
}

function user(world: PlaygroundWorld, person: PlaygroundPerson, index: number) {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  const address = `${world.name}-${index}@example.com`;
  return {
    id: `29:${world.name}-user-${index}`,
    name: person.name,
    aadObjectId: person.id,
    givenName,
    surname: rest.join(' ') || givenName,
    userPrincipleName: address,
    email: address,
  };
}
