import type { Directory } from '../campus/index.js';
import type { PlanFile } from './plan.js';
import type { FilePath } from '../campus/index.js';
import { shortestIntervalDays } from './recurrence.js';

/** A rule that the plan breaks, and where. */
export interface BrokenPlanRule {
  readonly path: FilePath;
  readonly message: string;
}

type Kind = PlanFile['kinds'][number];

/**
 * Checks what the shape alone does not tell: that ids stand once, that a range has an inside, that an early check cannot
 * be taken for the one before, and, against a directory, that sites and kinds of schools exist.
 * Returns all broken rules, in the order of the file.
 */
export function checkPlan(
  { kinds, joined }: PlanFile,
  directory: Pick<Directory, 'schools' | 'site'> | null,
): BrokenPlanRule[] {
  const types = directory && new Set(directory.schools.map(({ type }) => type));
  const isKnownSite = (id: string): boolean => directory === null || directory.site(id) !== undefined;
  return [
    ...joined.flatMap(({ site }, index): BrokenPlanRule[] =>
      isKnownSite(site) ? [] : [unknownSite(['joined', index, 'site'], site)],
    ),
    ...repeated(['kinds'], kinds),
    ...kinds.flatMap((kind, index) => [
      ...checkKind(kind, ['kinds', index]),
      ...checkSites(kind, ['kinds', index, 'sites'], isKnownSite, types),
    ]),
  ];
}

function checkKind(kind: Kind, path: FilePath): BrokenPlanRule[] {
  const interval = shortestIntervalDays(kind.recurrence);
  const isTooEarly = kind.earlyDays >= interval;
  const message = `must be less than ${interval}, the shortest time between two of these checks`;
  return [
    ...(isTooEarly ? [{ path: [...path, 'earlyDays'], message }] : []),
    ...repeated([...path, 'checklist'], kind.checklist),
    ...kind.checklist.flatMap((item, index): BrokenPlanRule[] => {
      const place = [...path, 'checklist', index];
      if (item.kind === 'choice') return repeated([...place, 'choices'], item.choices);
      if (item.kind === 'value' && item.min !== null && item.max !== null && item.min > item.max) {
        return [{ path: [...place, 'min'], message: `is more than max (${item.max})` }];
      }
      return [];
    }),
  ];
}

function checkSites(
  { sites }: Kind,
  path: FilePath,
  isKnownSite: (id: string) => boolean,
  types: ReadonlySet<string> | null,
): BrokenPlanRule[] {
  if (sites === 'all') return [];
  if ('list' in sites) {
    return sites.list.flatMap((id, index): BrokenPlanRule[] =>
      isKnownSite(id) ? [] : [unknownSite([...path, 'list', index], id)],
    );
  }
  return sites.schoolTypes.flatMap((type, index): BrokenPlanRule[] =>
    types === null || types.has(type)
      ? []
      : [{ path: [...path, 'schoolTypes', index], message: `no school is a ${type}` }],
  );
}

function repeated(list: FilePath, records: readonly { readonly id: string }[]): BrokenPlanRule[] {
  const first = new Map<string, number>();
  return records.flatMap(({ id }, index): BrokenPlanRule[] => {
    const known = first.get(id);
    if (known === undefined) first.set(id, index);
    if (known === undefined) return [];
    return [{ path: [...list, index, 'id'], message: `${id} is used already by number ${known + 1}` }];
  });
}

function unknownSite(path: FilePath, id: string): BrokenPlanRule {
  return { path, message: `there is no site ${id}` };
}
