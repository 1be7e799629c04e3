import type { Card } from '../../../src/cards/index.js';

/**
 * The card with everything open that a press opens: what is folded is shown, and the forms behind buttons stand below,
 * each after a line with its button's title. Null where nothing can be opened.
 */
export function openedCard(card: Card): Card | null {
  const forms = listOf(card['actions']).filter(isForm);
  const unfolded = opened(card['body']);
  if (forms.length === 0 && JSON.stringify(unfolded) === JSON.stringify(card['body'])) return null;
  return {
    ...card,
    body: [...listOf(unfolded), ...forms.flatMap(formParts)],
    actions: listOf(card['actions']).filter((action) => !isForm(action)),
  };
}

interface Form {
  readonly title?: unknown;
  readonly card: Readonly<Record<string, unknown>>;
}

function formParts({ title, card }: Form): readonly object[] {
  return [
    { type: 'TextBlock', text: `▾ ${String(title)}`, wrap: true, spacing: 'Large', separator: true },
    {
      type: 'Container',
      style: 'emphasis',
      items: [...listOf(opened(card['body'])), { type: 'ActionSet', actions: listOf(card['actions']) }],
    },
  ];
}

/** What is folded is shown, and forms behind buttons within the card stand below their row of buttons. */
function opened(node: unknown): unknown {
  if (Array.isArray(node)) return node.flatMap((each) => rowAndForms(each) ?? opened(each));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'isVisible' ? true : opened(value)]),
  );
}

/** Null for what is no row of buttons with a form among them. */
function rowAndForms(node: unknown): readonly unknown[] | null {
  if (typeof node !== 'object' || node === null || !('type' in node) || !('actions' in node)) return null;
  if (node.type !== 'ActionSet') return null;
  const actions = listOf(node.actions);
  const forms = actions.filter(isForm);
  if (forms.length === 0) return null;
  const others = actions.filter((action) => !isForm(action));
  return [...(others.length === 0 ? [] : [{ ...node, actions: others }]), ...forms.flatMap(formParts)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isForm(action: unknown): action is Form {
  return (
    typeof action === 'object' &&
    action !== null &&
    'type' in action &&
    action.type === 'Action.ShowCard' &&
    'card' in action &&
    typeof action.card === 'object' &&
    action.card !== null
  );
}
