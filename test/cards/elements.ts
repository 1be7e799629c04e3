type Element = Readonly<Record<string, unknown>>;

/** Every object in a card, outermost first; `depth` limits how far down. The `data` of buttons counts as a value. */
export function elementsOf(node: unknown, depth = Number.POSITIVE_INFINITY): readonly Element[] {
  if (Array.isArray(node)) return node.flatMap((child: unknown) => elementsOf(child, depth));
  if (!isElement(node) || depth === 0) return [];
  const children = Object.entries(node).flatMap(([key, value]) =>
    key === 'data' ? [] : elementsOf(value, depth - 1),
  );
  return [node, ...children];
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null;
}
